import Commands

await CoordinatorCommand.main()
