package xingma.rate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xingma.aws.http.Given;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Evaluation;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.exhibit.ExhibitRoom;
import xingma.evaluation.exhibit.ExhibitRoom.Asked;
import xingma.evaluation.exhibit.ExhibitRoom.Reader;
import xingma.evaluation.exhibit.ExhibitRoom.Removed;
import xingma.rate.told.ExhibitView;
import xingma.rate.told.Telling;

/** What the routes of exhibits share, whoever asks (佐证材料窗口): the caller has found the evaluation for the asker. */
final class ExhibitWindow {
    private final ExhibitRoom room;

    ExhibitWindow(ExhibitRoom room) {
        this.room = room;
    }

    /** @param id the asker's own id of the file: asked again it is the same file */
    record Ask(String id, String clause) {}

    /** The form that sends a file, or what became of the file if it was sent before. */
    Reply ask(Request request, Evaluation evaluation, Writer writer) {
        var asked = StrictJson.FORMS.read(request, Ask.class);
        var file = Given.id(asked.id());
        return switch (room.ask(evaluation, writer, file, asked.clause())) {
            case Asked.Awaited(var entry, var form) -> {
                var told = new LinkedHashMap<>(ExhibitView.of(file, entry));
                told.put("form", Map.of("action", form.action(), "fields", form.fields()));
                yield StrictJson.FORMS.reply(200, told);
            }
            case Asked.Settled(var entry) -> StrictJson.FORMS.reply(200, ExhibitView.of(file, entry));
            case Asked.Barred(var bar) -> throw Telling.refused(bar);
            case Asked.Busy busy -> throw Telling.busy();
        };
    }

    Reply list(Evaluation evaluation, Writer writer, Reader reader) {
        var folder = room.folder(evaluation, writer);
        return StrictJson.FORMS.reply(200, ExhibitView.of(folder, room.shown(evaluation, reader), room.rules()));
    }

    /**
     * To the file itself, under an address that opens it for a minute. A page's own script asks for JSON: it may not follow
     * to another host, but may send a window there.
     */
    Reply open(Request request, Evaluation evaluation, Reader reader) {
        var link = digest(request)
                .flatMap(sha256 -> room.link(evaluation, reader, sha256))
                .orElseThrow(() -> new Refused(
                        Problem.notFound("exhibit.unknown", "没有这件材料，或保存期限已过。", "There is no such file, or its time is over.")));
        return request.header("accept").filter(a -> a.contains("application/json")).isPresent()
                ? StrictJson.FORMS.reply(200, Map.of("url", link))
                : Reply.redirect(303, link);
    }

    /** What is gone already is gone. */
    Reply remove(Request request, Evaluation evaluation, Writer writer, Reader reader) {
        var sha256 = digest(request).orElse("");
        return switch (room.remove(evaluation, writer, sha256)) {
            case Removed.Done done -> list(evaluation, writer, reader);
            case Removed.Barred(var bar) -> throw Telling.refused(bar);
            case Removed.Busy busy -> throw Telling.busy();
        };
    }

    private static Optional<String> digest(Request request) {
        return request.pathParameter("exhibit").filter(s -> s.matches("[0-9a-f]{64}"));
    }
}
