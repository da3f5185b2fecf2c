package xingma.register.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import xingma.registry.sheet.Sheet;

/**
 * Cleaned sheets as they are kept: gzipped {@code [{"name","headings":[…],"rows":[[number,"cell",…],…]},…]}. The file that
 * the officer uploaded is never kept.
 */
public final class KeptSheets {
    public static final String CONTENT_TYPE = "application/gzip";
    public static final int LARGEST = 16 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(6).build())
            .build();

    private KeptSheets() {}

    public static byte[] write(List<Sheet> cleaned) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(new GZIPOutputStream(out))) {
            json.writeStartArray();
            for (var sheet : cleaned) {
                json.writeStartObject();
                json.writeStringField("name", sheet.name());
                json.writeArrayFieldStart("headings");
                for (var heading : sheet.headings()) {
                    json.writeString(heading);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("rows");
                for (var row : sheet.rows()) {
                    json.writeStartArray();
                    json.writeNumber(row.number());
                    for (var cell : row.cells()) {
                        json.writeString(wellFormed(cell));
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    public static List<Sheet> read(byte[] kept) {
        var sheets = new ArrayList<Sheet>();
        try (var json = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(kept)))) {
            expect(json.nextToken(), JsonToken.START_ARRAY);
            while (json.nextToken() == JsonToken.START_OBJECT) {
                sheets.add(sheet(json));
            }
        } catch (IOException broken) {
            throw new IllegalStateException("a kept file cannot be read");
        }
        return sheets;
    }

    private static Sheet sheet(JsonParser json) throws IOException {
        var name = "";
        List<String> headings = List.of();
        var rows = new ArrayList<Sheet.Row>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "name" -> name = json.getText();
                case "headings" -> headings = texts(json);
                case "rows" -> {
                    while (json.nextToken() == JsonToken.START_ARRAY) {
                        json.nextToken();
                        rows.add(new Sheet.Row(json.getIntValue(), texts(json)));
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new Sheet(name, headings, rows);
    }

    private static List<String> texts(JsonParser json) throws IOException {
        var texts = new ArrayList<String>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getText());
        }
        return texts;
    }

    private static void expect(JsonToken found, JsonToken due) throws IOException {
        if (found != due) {
            throw new IOException("another form");
        }
    }

    /** Half a character cannot be written; an unseen one stands for it, which no reader lets pass either. */
    private static String wellFormed(String cell) {
        var text = new StringBuilder(cell);
        for (var i = 0; i < cell.length(); i++) {
            var c = cell.charAt(i);
            var whole = Character.isHighSurrogate(c) && i + 1 < cell.length() && Character.isLowSurrogate(cell.charAt(i + 1))
                    || Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(cell.charAt(i - 1));
            if (Character.isSurrogate(c) && !whole) {
                text.setCharAt(i, '\uFFFE');
            }
        }
        return text.toString();
    }
}
