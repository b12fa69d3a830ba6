;;; soiree.el --- Lint posts and schedules with soiree  -*- lexical-binding: t -*-

;; For eglot, which Emacs 29 and later have; before that it is a package.

;;; Code:

(require 'eglot)

(define-derived-mode soiree-tweet-mode text-mode "Tweet"
  "Mode for a scheduled post in a file of its own.")
(add-to-list 'auto-mode-alist '("\\.tweet\\'" . soiree-tweet-mode))
;; At the end: a mode that is made for MDX comes before.
(add-to-list 'auto-mode-alist '("\\.mdx\\'" . markdown-mode) t)

(add-to-list 'eglot-server-programs
             '((markdown-mode gfm-mode yaml-mode yaml-ts-mode json-mode js-json-mode json-ts-mode
                              soiree-tweet-mode)
               . ("soiree" "lsp")))

(dolist (hook '(markdown-mode-hook yaml-mode-hook yaml-ts-mode-hook soiree-tweet-mode-hook))
  (add-hook hook #'eglot-ensure))

(provide 'soiree)
;;; soiree.el ends here
