;; Writes and mends posts as their author would, and prints what Emacs shows at each step.
;; The set-up is integrations/emacs/soiree.el, loaded before this.  -*- lexical-binding: t -*-
(require 'seq)

(defun shown ()
  "The diagnostics of this buffer, in their order."
  (sort (flymake-diagnostics)
        (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))

(defun wait-for (count)
  "Wait until COUNT diagnostics are shown.  Batch mode has no idle time in which flymake would run."
  (let ((end (+ (float-time) 10)))
    (eglot--signal-textDocument/didChange)
    (while (and (< (float-time) end) (/= count (length (flymake-diagnostics))))
      (accept-process-output nil 0.05)
      (flymake-start))))

(defun show (step)
  (message "%s:" step)
  (dolist (each (shown))
    (let ((text (flymake-diagnostic-text each)))
      (string-match "\\[\\([a-z-]+\\)\\]" text)
      (message "  %d:%d %s <%s>"
               (line-number-at-pos (flymake-diagnostic-beg each))
               (save-excursion (goto-char (flymake-diagnostic-beg each)) (- (point) (line-beginning-position)))
               (match-string 1 text)
               (buffer-substring-no-properties (flymake-diagnostic-beg each)
                                               (flymake-diagnostic-end each))))))

(defconst site default-directory)

(defun visit (file)
  (find-file (expand-file-name file site))
  ;; eglot-ensure connects after the command that opened the file.
  (run-hooks 'post-command-hook)
  (unless (eglot-managed-p) (error "The set-up did not connect eglot to %s" file)))

(setq eglot-sync-connect 10)
(visit "posts/2026-03-02-rye.md")
(wait-for 1)
(show "opened")

(goto-char (point-max))
(insert "\nÖl 😀😀 for for you.\n")
(wait-for 2)
(show "typed")
(delete-region (line-beginning-position 0) (point-max))
(wait-for 1)
(show "deleted")

;; Picks from the menu of code actions, which shows what the user would read.
(let ((last-nonmenu-event ?x) ; as by key, not by mouse
      (completing-read-function
       (lambda (_prompt choices &rest _)
         (let ((titles (all-completions "" choices)))
           (dolist (title titles) (message "  offered: %s" title))
           (seq-find (lambda (title) (string-prefix-p "Remove" title)) titles)))))
  (goto-char (flymake-diagnostic-beg (car (shown))))
  (call-interactively #'eglot-code-actions))
(wait-for 0)
(show "mended")
(goto-char (point-min))
(forward-line 2)
(message "  %s" (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
(save-buffer)

(visit "schedule.yaml")
(wait-for 2)
(show "schedule")

(dolist (file '("posts/2026-03-04-oats.mdx" "bread.tweet"))
  (write-region "Öl 😀 and oats for for you.\n" nil (expand-file-name file site))
  (visit file)
  (wait-for 1)
  (show file))
