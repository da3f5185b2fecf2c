package xingma.complain.window;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Problems;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.pages.Language;
import xingma.pages.Page;
import xingma.pages.View;
import xingma.pages.Wish;

/** How somebody at the window is answered: by a page or by data, in a language, in a size. Nothing is ever kept. */
public record Visitor(boolean data, Language language, boolean big) {
    /** Who asks for an address. */
    public static Visitor of(Request request) {
        var wish = Wish.of(request::query, request::header);
        return new Visitor(wish.data(), wish.language(), wish.big());
    }

    /** Who sends a form or data; a form brings the language that its page was in. */
    public static Visitor of(Request request, Handed handed) {
        return new Visitor(
                handed.data(),
                Language.choose(handed.given("l").or(() -> request.query("l")), request.header("accept-language")),
                handed.text("v").equals("big"));
    }

    public View view(String path, LocalDate day, Map<String, String> asked) {
        return View.asking(language, big, day, path, asked);
    }

    public Reply page(int status, Page page) {
        return safe(Reply.of(status, Reply.HTML, page.html()))
                .with("content-security-policy", page.contentSecurityPolicy())
                .with("content-language", language.tag());
    }

    public Reply json(int status, byte[] json) {
        return safe(Reply.of(status, Reply.JSON, json));
    }

    public static Reply problem(Request request, Problem problem) {
        return safe(Problems.reply(request, problem));
    }

    /** Whoever shares the device or the way to it sees nothing of it later. */
    public static Reply safe(Reply reply) {
        return reply.guarded()
                .with("cache-control", "no-store")
                .with("vary", "accept, accept-language")
                .with("cross-origin-resource-policy", "same-origin");
    }

    /** A problem in both of its languages, with words that the pages have in all. */
    public static Problem problem(int status, String code, Optional<String> field, java.util.function.Function<Language, String> words) {
        return new Problem(status, code, field, words.apply(Language.SIMPLIFIED), words.apply(Language.ENGLISH));
    }
}
