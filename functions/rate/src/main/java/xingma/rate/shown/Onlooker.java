package xingma.rate.shown;

import java.time.LocalDate;
import java.util.Map;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.pages.Language;
import xingma.pages.Page;
import xingma.pages.View;
import xingma.pages.Wish;

/** How somebody who looks at stars is answered: by a page or by data, in a language, in a size. */
public record Onlooker(boolean data, Language language, boolean big) {
    /** Long enough to carry a crowd, short enough that a withdrawn star is gone from every screen within a minute. */
    private static final String A_MINUTE = "public, max-age=0, must-revalidate, s-maxage=60";

    public static Onlooker of(Request request) {
        var wish = Wish.of(request::query, request::header);
        return new Onlooker(wish.data(), wish.language(), wish.big());
    }

    public View view(String path, LocalDate day, Map<String, String> asked) {
        return View.asking(language, big, day, path, asked);
    }

    public Reply page(int status, Page page) {
        return shared(Reply.of(status, Reply.HTML, page.html()))
                .with("content-security-policy", page.contentSecurityPolicy())
                .with("content-language", language.tag());
    }

    /** What everybody may keep for a minute. */
    public static Reply shared(Reply reply) {
        return reply.guarded().with("cache-control", A_MINUTE).with("vary", "accept, accept-language");
    }

    /** What other sites may show, such as a badge. */
    public static Reply embedded(Reply reply) {
        return reply.with("cache-control", A_MINUTE)
                .with("access-control-allow-origin", "*")
                .with("cross-origin-resource-policy", "cross-origin");
    }
}
