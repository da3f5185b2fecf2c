package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import xingma.aws.http.Http;
import xingma.aws.http.Names;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.complain.desk.Office;
import xingma.complain.desk.Telling;
import xingma.complaint.desk.ComplaintDesk;
import xingma.complaint.desk.ComplaintDesk.ContactOutcome;
import xingma.complaint.filing.Contact;

/** Opens a complainant's contact for an officer who gives a reason (启封联系方式): the one function that can. */
public final class OpenContact implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Http http;
    private final ComplaintDesk desk;
    private final Names names;

    public OpenContact() {
        this(new House());
    }

    private OpenContact(House house) {
        this(house.desk(), house.names());
    }

    OpenContact(ComplaintDesk desk, Names names) {
        this.desk = desk;
        this.names = names;
        this.http = Http.of(Routes.none().on("POST /api/complaints/{number}/contact", this::open));
    }

    record Asked(String id, String reason) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply open(Request request) {
        var officer = names.introduced(request);
        var number = Office.number(request);
        var asked = StrictJson.FORMS.read(request, Asked.class);
        return switch (desk.openContact(officer, number, Telling.id(asked.id()), Telling.reason(asked.reason()))) {
            case ContactOutcome.Opened(var contact) -> StrictJson.FORMS.reply(200, told(contact));
            case ContactOutcome.NothingKept none -> throw new Refused(Problem.of(
                    409,
                    "contact.none",
                    "本案没有联系方式：举报人匿名，或已到期删除。可在案件里留言。",
                    "No contact is kept: it was filed anonymously, or erased in its time. Write in the case instead."));
            case ContactOutcome.NotOpened(var why) -> throw Telling.refused(why);
        };
    }

    private static LinkedHashMap<String, Object> told(Contact contact) {
        var told = new LinkedHashMap<String, Object>();
        told.put("phone", contact.phone());
        told.put("name", contact.name());
        return told;
    }
}
