/// Municipalities as tiles, by region and county: a calm grid where the same place is always
/// found in the same spot, and no map of the country.
///
/// Tiles are links of a list and no drawing, so that they wrap on a phone, grow with the reader's
/// letters and are read aloud in order. The figure stands in the tile and its edge widens with the
/// class, so that nothing rests on colour.
package struct TileMap: Picture {
    /// A region with its counties.
    package struct Region: Hashable, Sendable {
        package var name: String
        package var counties: [County]

        package init(name: String, counties: [County]) {
            self.name = name
            self.counties = counties
        }
    }

    /// A county with its municipalities.
    package struct County: Hashable, Sendable {
        package var name: String
        package var tiles: [Tile]

        package init(name: String, tiles: [Tile]) {
            self.name = name
            self.tiles = tiles
        }
    }

    /// A municipality.
    package struct Tile: Hashable, Sendable {
        package var name: String
        /// An address of the site.
        package var link: String
        /// 1 to 5; nil without a figure.
        package var valueClass: Int?
        /// What is written beside the name; nil without a figure.
        package var value: String?

        package init(name: String, link: String, valueClass: Int?, value: String?) {
            self.name = name
            self.link = link
            self.valueClass = valueClass
            self.value = value
        }
    }

    /// Unique within the page.
    package let id: String
    /// What the tiles show, such as an indicator's name.
    package let title: String
    package let regions: [Region]
    /// What each class that occurs means.
    package let legend: [(valueClass: Int?, meaning: String)]

    package init(
        id: String, title: String, regions: [Region],
        legend: [(valueClass: Int?, meaning: String)]
    ) {
        self.id = id
        self.title = title
        self.regions = regions
        self.legend = legend
    }

    package func drawing(_ texts: Texts) -> HTML {
        """
        <div class="tilemap" id="\(id)">
        <p class="subtle">\(texts[.tilesNote])</p>
        <ul class="legend">
        \(legend.map(legendItem).joined)</ul>
        \(regions.map { region($0, texts) }.joined)</div>
        """
    }

    package func table(_ texts: Texts) -> PictureTable {
        PictureTable(
            id: "\(id)-table", caption: title,
            columns: [
                texts[.municipality], texts[.county], texts[.region], texts[.figure],
            ],
            numberColumns: [3],
            rows: regions.flatMap { region in
                region.counties.flatMap { county in
                    county.tiles.map { tile in
                        [
                            PictureTable.Cell(tile.name, link: tile.link),
                            PictureTable.Cell(county.name), PictureTable.Cell(region.name),
                            PictureTable.Cell(tile.value ?? texts[.noFigure]),
                        ]
                    }
                }
            })
    }

    private func legendItem(_ item: (valueClass: Int?, meaning: String)) -> HTML {
        #"<li><span class="tile t\#(item.valueClass ?? 0)"></span> \#(item.meaning)</li>"#
    }

    private func region(_ region: Region, _ texts: Texts) -> HTML {
        """
        <section><h3>\(region.name)</h3>
        \(region.counties.map { county($0, texts) }.joined)</section>
        """
    }

    private func county(_ county: County, _ texts: Texts) -> HTML {
        """
        <h4>\(county.name)</h4><ul class="tiles">
        \(county.tiles.map { tile($0, texts) }.joined)</ul>
        """
    }

    /// Short, as a page holds more than four hundred of them.
    private func tile(_ tile: Tile, _ texts: Texts) -> HTML {
        let value: HTML =
            tile.value.map { "<b>\($0)</b>" }
            ?? #"<b><span aria-hidden="true">–</span><i>\#(texts[.noFigure])</i></b>"#
        return """
            <li><a class="t\(tile.valueClass ?? 0)" href="\(tile.link)">\
            \(tile.name) \(value)</a>
            """
    }
}
