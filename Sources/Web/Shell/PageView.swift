import Mustache

/// What a template is rendered with.
struct PageView: MustacheParent {
    let shell: ShellView
    let words: Words
    let page: Any

    func child(named key: String) -> Any? {
        switch key {
        case "shell": shell
        case "w": words
        case "page": page
        case "csrf": shell.csrf
        default: nil
        }
    }
}
