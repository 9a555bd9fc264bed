import HTTPTypes

extension Visit {
    /// What a page has beside its own model.
    struct Frame: Sendable {
        let title: String
        /// Key of the menu's entry that the page lies under, such as `nav_agreements`.
        var menu = ""
        /// Pages above this one: their names and addresses.
        var trail: [(name: String, path: String)] = []
        /// Which text of the help is about this page.
        var help = "start"
    }

    /// A page of the template, which is given `page` as its model and `w` as its words.
    func page(
        _ template: String, _ frame: Frame, _ page: Any, status: HTTPResponse.Status = .ok
    ) -> Reply {
        let view = PageView(
            shell: ShellView(visit: self, frame: frame), words: words, page: page)
        return .html(words.templates.render(view, withTemplate: template), status: status)
    }

    /// A page whose form was filled in wrongly: 422, with what was typed still there.
    func incomplete(_ template: String, _ frame: Frame, _ page: Any) -> Reply {
        self.page(template, frame, page, status: .unprocessableContent)
    }

    /// A form of this visit, which brings its token along.
    func formView(
        action: String, fields: [FormField], submit: String, cancel: String? = nil,
        problem: String? = nil
    ) -> FormView {
        FormView(
            action: action, csrf: csrf, fields: fields, submit: submit, cancel: cancel,
            problem: problem)
    }
}
