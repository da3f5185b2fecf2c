package xingma.aws.json;

import static xingma.aws.json.Json.required;

import java.time.Instant;
import java.util.Locale;
import xingma.registry.sheet.ImportFile;
import xingma.registry.sheet.ImportRecord;
import xingma.territory.RegionCode;

/** {@code {"id","name","territory","by","byName","at","stage","revision","rows","total","reason"}} */
public final class ImportJson {
    private ImportJson() {}

    public static String write(ImportRecord record) {
        return Json.text(json -> {
            var file = record.file();
            json.writeStartObject();
            json.writeStringField("id", file.id());
            json.writeStringField("name", file.name());
            json.writeStringField("territory", file.territory().value());
            json.writeStringField("by", file.by());
            json.writeStringField("byName", file.byName());
            json.writeStringField("at", file.at().toString());
            json.writeStringField("stage", record.stage().word());
            json.writeNumberField("revision", record.revision());
            json.writeNumberField("rows", record.rows());
            json.writeNumberField("total", record.total());
            json.writeStringField("reason", record.reason());
            json.writeEndObject();
        });
    }

    public static ImportRecord read(String text) {
        var values = Json.read(text, Json::flat);
        var file = new ImportFile(
                required(values, "id"),
                required(values, "name"),
                new RegionCode(required(values, "territory")),
                required(values, "by"),
                required(values, "byName"),
                Instant.parse(required(values, "at")));
        return new ImportRecord(
                file,
                ImportRecord.Stage.valueOf(required(values, "stage").toUpperCase(Locale.ROOT)),
                Long.parseLong(required(values, "revision")),
                Integer.parseInt(required(values, "rows")),
                Integer.parseInt(required(values, "total")),
                required(values, "reason"));
    }
}
