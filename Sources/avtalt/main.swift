import Commands

await Avtalt.main()
