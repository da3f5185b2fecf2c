package xingma.register;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoImports;
import xingma.aws.dynamo.DynamoRegister;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.http.Http;
import xingma.aws.http.Names;
import xingma.aws.http.Officers;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.aws.log.Log;
import xingma.aws.s3.Bucket;
import xingma.aws.s3.S3Bucket;
import xingma.register.file.AnnotatedWorkbook;
import xingma.register.file.Templates;
import xingma.sheets.Upload;
import xingma.registry.Register;
import xingma.registry.sheet.Cleaning;
import xingma.registry.sheet.ImportDesk;
import xingma.registry.sheet.ImportRecord;
import xingma.registry.sheet.Imports;
import xingma.registry.sheet.SheetForm;
import xingma.rulebook.Rulebook;
import xingma.territory.Duty;
import xingma.territory.Roster;

/** Takes in whole files: templates, trial, proposal and the second person's check (导入). */
public final class ImportRegister implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_FILE_NAME = 600;
    private static final int LONGEST_REASON = 200;

    private final Http http;
    private final Bureau bureau;
    private final Intake intake;
    private final Names names;

    public ImportRegister() {
        this(Settings.fromEnvironment());
    }

    private ImportRegister(Settings settings) {
        var dynamo = Clients.dynamo();
        var s3 = Clients.s3();
        var files = new S3Bucket(s3, Clients::presigner, settings.filesBucket());
        var site = new S3Bucket(s3, Clients::presigner, settings.siteBucket());
        this(
                Bureau.of(settings, Rulebook.standard()),
                new DynamoRegister(dynamo, settings.registerTable()),
                new DynamoImports(dynamo, settings.registerTable()),
                new DynamoRoster(dynamo, settings.registerTable()),
                files,
                site,
                Clock.systemUTC());
    }

    ImportRegister(
            Bureau bureau,
            Register register,
            Imports imports,
            Roster roster,
            Bucket files,
            Bucket site,
            Clock clock) {
        this.bureau = bureau;
        this.names = new Names(roster, Log.toStandardOut());
        var desk = new ImportDesk(register, bureau.city(), bureau.kinds(), bureau.rules(), clock);
        this.intake = new Intake(bureau, desk, imports, files, new PhotoSheets(files, site), clock);
        this.http = Http.of(Routes.none()
                .on("GET /api/templates/{file}", this::template)
                .on("POST /api/imports", Upload.LARGEST, this::tryFile)
                .on("GET /api/imports", this::list)
                .on("GET /api/imports/{id}", this::show)
                .on("POST /api/imports/{id}/propose", this::propose)
                .on("POST /api/imports/{id}/check", this::check)
                .on("POST /api/imports/{id}/refuse", this::refuse)
                .on("POST /api/imports/{id}/withdraw", this::withdraw)
                .on("GET /api/imports/{id}/annotated.xlsx", this::annotate));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply template(Request request) {
        Officers.of(request);
        var file = request.pathParameter("file").orElse("");
        var dot = file.lastIndexOf('.');
        var name = dot < 0 ? file : file.substring(0, dot);
        var ending = dot < 0 ? "" : file.substring(dot + 1);
        var people = bureau.kinds().stream().filter(k -> k.hasPeople()).findFirst();
        if (name.equals("people") && ending.equals("csv") && people.isPresent()) {
            return Telling.file("人员.csv", "text/csv; charset=utf-8", Templates.csv(SheetForm.people(people.get())));
        }
        var kind = bureau.kind(name).orElseThrow(() -> Telling.refused(
                404, "template.unknown", "没有这个模板。请从列表里选。", "There is no such template."));
        return switch (ending) {
            case "csv" -> Telling.file(
                    kind.chinese() + ".csv", "text/csv; charset=utf-8", Templates.csv(SheetForm.institutions(kind)));
            case "xlsx" -> Telling.file(kind.chinese() + ".xlsx", XLSX, Templates.xlsx(kind));
            default -> throw Telling.refused(
                    404, "template.unknown", "没有这个模板。请从列表里选。", "There is no such template.");
        };
    }

    private Reply tryFile(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.REGISTRAR);
        var name = fileName(request);
        var bytes = request.body();
        var sheets = Cleaning.cleaned(Upload.read(name, bytes), bureau.kinds());
        var taken = intake.take(name, bytes, sheets, officer);
        return told(request, taken);
    }

    private Reply list(Request request) {
        var officer = Officers.of(request);
        var page = intake.list(officer, request.query("after"));
        var told = listing(page.items().stream().map(ImportRegister::line).toList(), page.next());
        var uploaders = new TreeMap<String, String>();
        page.items().forEach(r -> uploaders.putIfAbsent(r.file().by(), r.file().byName()));
        told.put("names", uploaders);
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply show(Request request) {
        var officer = Officers.of(request);
        return told(request, intake.open(request.pathParameter("id").orElse(""), officer));
    }

    private Reply propose(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.REGISTRAR);
        return progress(intake.propose(intake.open(request.pathParameter("id").orElse(""), officer), officer));
    }

    private Reply check(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.CHECKER);
        return progress(intake.check(intake.open(request.pathParameter("id").orElse(""), officer), officer));
    }

    private Reply refuse(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.CHECKER);
        var reason = StrictJson.FORMS.read(request, Reason.class).checked(LONGEST_REASON);
        return progress(intake.refuse(intake.open(request.pathParameter("id").orElse(""), officer), officer, reason));
    }

    private Reply withdraw(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.REGISTRAR);
        return progress(intake.withdraw(intake.open(request.pathParameter("id").orElse(""), officer), officer));
    }

    private Reply annotate(Request request) {
        var officer = Officers.of(request);
        var opened = intake.open(request.pathParameter("id").orElse(""), officer);
        var bytes = AnnotatedWorkbook.write(opened.sheets(), opened.trial().findings());
        var name = opened.record().file().name().replaceFirst("\\.[A-Za-z]{3,4}$", "");
        return Telling.file(name + "（批注）.xlsx", XLSX, bytes);
    }

    private static Reply told(Request request, Intake.Opened opened) {
        return StrictJson.FORMS.reply(
                200,
                TrialView.of(
                        opened.record(), opened.trial(), opened.sheets(), opened.progress(), Telling.words(request)));
    }

    private static Reply progress(Intake.Moved moved) {
        var told = new LinkedHashMap<String, Object>();
        told.put("stage", moved.stage().word());
        told.put("progress", moved.progress());
        return StrictJson.FORMS.reply(200, told);
    }

    private static Map<String, Object> line(ImportRecord record) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", record.file().id());
        told.put("fileName", record.file().name());
        told.put("uploadedBy", record.file().by());
        told.put("uploadedAt", record.file().at());
        told.put("stage", record.stage().word());
        told.put("rows", record.rows());
        return told;
    }

    static Map<String, Object> listing(List<?> items, Optional<String> next) {
        var told = new LinkedHashMap<String, Object>();
        told.put("items", items);
        told.put("next", next);
        return told;
    }

    /** Percent-encoded, since headers are ASCII; without folders, numbers of persons and characters nobody sees. */
    private static String fileName(Request request) {
        var header = request.header("x-file-name")
                .filter(h -> !h.isBlank() && h.length() <= LONGEST_FILE_NAME)
                .orElseThrow(() -> Telling.malformed(
                        "x-file-name", "file.name", "缺文件名，或文件名太长。", "The file's name is missing or too long."));
        try {
            var decoded = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
            var name = Cleaning.name(decoded.substring(Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\')) + 1));
            return name.isBlank() ? "导入" : name;
        } catch (IllegalArgumentException malformed) {
            throw Telling.malformed(
                    "x-file-name", "file.name", "文件名的写法不对，应为百分号编码。", "The file's name is not percent-encoded.");
        }
    }
}
