package xingma.scan;

import java.time.LocalDate;
import java.util.Optional;
import xingma.aws.http.Request;
import xingma.pages.Language;
import xingma.pages.View;

/** How the one who asks wants to be answered: form, language, size. */
record Reader(Answer answer, Language language, boolean big, Optional<String> procedure) {
    static Reader of(Request request) {
        return new Reader(
                Answer.to(request.header("accept")),
                Language.choose(request.query("l").or(() -> request.query("lang")), request.header("accept-language")),
                request.query("v").filter("big"::equals).isPresent(),
                request.query("p"));
    }

    View view(String path, LocalDate day) {
        return new View(language, big, day, path, procedure);
    }

    /** What a redirect must carry on, so that nobody lands in another language. */
    static String carried(Request request) {
        var language = request.query("l").or(() -> request.query("lang")).flatMap(Language::of);
        var big = request.query("v").filter("big"::equals);
        if (language.isEmpty() && big.isEmpty()) {
            return "";
        }
        return "?" + language.map(l -> "l=" + l.tag()).orElse("") + (language.isPresent() && big.isPresent() ? "&" : "")
                + big.map(b -> "v=big").orElse("");
    }
}
