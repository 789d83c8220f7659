package nepsong.audit.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.language.Models;

/** What an entry is about, in the readers' words where it is a form, or a call that hands one in or takes its task. */
public final class Subjects {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z-]*)\\.([a-z][a-z-]*)(.*)");
    private static final Pattern CALL =
            Pattern.compile("POST /camunda/api/engine/engine/default/task/[^/]+/(claim|submit-form)");
    private static final Pattern KEBAB = Pattern.compile("-(.)");
    private static final String START = "start";
    private static final String EVIDENCE = "evidence";

    /** Itself where it says nothing else to a reader. */
    public String said(String subject) {
        if (subject.equals(EVIDENCE)) {
            return "Minh chứng";
        }
        Matcher call = CALL.matcher(subject);
        if (call.matches()) {
            return call.group(1).equals("claim") ? "Nhận việc" : "Gửi biểu mẫu";
        }
        Matcher form = FORM.matcher(subject);
        return form.matches()
                ? step(form.group(1), form.group(2))
                        .map(name -> name + form.group(3))
                        .orElse(subject)
                : subject;
    }

    /** A form is called as its task is, in kebab case; the form of a start as its process. */
    private static Optional<String> step(String process, String form) {
        String task = KEBAB.matcher(form).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return Models.called(process, form.equals(START) ? process : "userTask_" + task);
    }
}
