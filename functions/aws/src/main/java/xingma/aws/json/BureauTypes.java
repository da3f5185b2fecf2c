package xingma.aws.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import xingma.aws.http.Plain;
import xingma.fact.Path;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/** How the bureau's own values look in JSON: each is a text, and a text that is none of them is refused. */
final class BureauTypes extends SimpleModule {
    BureauTypes() {
        super("xingma");
        addSerializer(LocalDate.class, ToStringSerializer.instance);
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Path.class, ToStringSerializer.instance);
        addSerializer(InstitutionId.class, ToStringSerializer.instance);
        addSerializer(PlacardCode.class, ToStringSerializer.instance);
        addSerializer(RegionCode.class, ToStringSerializer.instance);
        addDeserializer(String.class, new Text<>(String.class, text -> text));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse));
        addDeserializer(Path.class, new Text<>(Path.class, Path::parse));
        addDeserializer(InstitutionId.class, new Text<>(InstitutionId.class, InstitutionId::new));
        addDeserializer(RegionCode.class, new Text<>(RegionCode.class, RegionCode::new));
        addDeserializer(
                PlacardCode.class, new Text<>(PlacardCode.class, t -> PlacardCode.read(t).orElseThrow()));
    }

    /** Text that shows what it says, read into a value that refuses what it cannot be. */
    private static final class Text<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> reading;

        Text(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(this, "not a text");
            }
            var text = json.getText();
            if (!Plain.isPlainProse(text)) {
                return context.reportInputMismatch(this, "not plain");
            }
            try {
                return reading.apply(text);
            } catch (RuntimeException unfit) {
                return context.reportInputMismatch(this, "not of its form");
            }
        }
    }
}
