package xingma.complain.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import xingma.aws.http.Http;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.institution.PlacardCode;
import xingma.pages.Language;

/**
 * What a public function goes through before a snapshot of it is taken (彩排), so that the first visitor after it does not
 * wait for classes: every language, one read of the store, one receipt's lock. Nothing is filed, and no secret is asked
 * for: what a snapshot holds, all that come back from it hold.
 *
 * @param drawn the route of a page that is drawn in every language
 * @param sent the route to which a form is sent that leads to nothing
 * @param besides routes of other pages, each drawn once
 */
public record Rehearsal(String drawn, String sent, String form, List<String> besides) {
    private static final PlacardCode NOBODYS = PlacardCode.of("AAAAAAAAAAA");

    public void play(Http http) throws IOException {
        Receipt.Lock.NOBODYS.opens(new Receipt(CaseNumber.of("10000000000"), "0".repeat(Receipt.LENGTH)));
        for (var event : events()) {
            http.answer(new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream());
        }
    }

    private List<String> events() {
        var events = new ArrayList<String>();
        for (var language : Language.values()) {
            events.add(event(drawn, "text/html", language, ""));
        }
        events.add(event(drawn, "application/json", Language.ENGLISH, ""));
        events.add(event(sent, "text/html", Language.SIMPLIFIED, form));
        besides.forEach(route -> events.add(event(route, "text/html", Language.SIMPLIFIED, "")));
        return events;
    }

    private static String event(String route, String accept, Language language, String body) {
        var path = route.substring(route.indexOf(' ') + 1);
        return """
                {"version":"2.0","routeKey":"%1$s","rawPath":"%2$s","rawQueryString":"at=%3$s&l=%4$s",\
                "headers":{"accept":"%5$s","content-type":"application/x-www-form-urlencoded"},\
                "queryStringParameters":{"at":"%3$s","l":"%4$s"},\
                "requestContext":{"requestId":"rehearsal","routeKey":"%1$s",\
                "http":{"method":"%6$s","path":"%2$s","sourceIp":"127.0.0.1"}},\
                "body":"%7$s","isBase64Encoded":true}"""
                .formatted(
                        route, path, NOBODYS, language.tag(), accept, route.substring(0, route.indexOf(' ')),
                        Base64.getEncoder().encodeToString(body.getBytes(UTF_8)));
    }
}
