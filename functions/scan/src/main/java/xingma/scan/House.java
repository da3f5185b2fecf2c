package xingma.scan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import xingma.aws.Settings;
import xingma.aws.http.ErrorPage;
import xingma.aws.http.Problem;
import xingma.aws.http.Request;
import xingma.pages.CodePages;
import xingma.pages.Publisher;
import xingma.rulebook.Rulebook;

/** What both public functions have in common: whose pages these are, and what to say when we fail. */
final class House {
    private House() {}

    static Publisher publisher(Settings settings, Rulebook rulebook) {
        return new Publisher(
                rulebook.city(settings.cityCode()),
                settings.bureauName(),
                settings.bureauNameInEnglish(),
                settings.publicBaseUrl(),
                Optional.of(settings.consoleBaseUrl()),
                settings.hotlines(),
                settings.siteFooter(),
                new Acceptance(rulebook));
    }

    /** A person is told that we cannot check now, never that something is wrong with the place. */
    static ErrorPage errorPage(Publisher publisher, Clock clock) {
        var pages = new CodePages(publisher);
        return (Request request, Problem problem) -> {
            var reader = Reader.of(request);
            var view = reader.view("/", LocalDate.now(clock.withZone(publisher.city().zone())));
            var page = problem.status() >= 500 ? pages.cannotCheck(view) : pages.nothingHere(view);
            return PublicReply.page(problem.status(), page, reader.language());
        };
    }
}
