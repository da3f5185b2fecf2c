package xingma.aws.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import xingma.aws.http.Plain;
import xingma.evaluation.EvaluationId;
import xingma.fact.Path;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.rating.Points;
import xingma.territory.RegionCode;

/** How the bureau's own values look in JSON: points are numbers, all else is text; what is none of them is refused. */
final class BureauTypes extends SimpleModule {
    BureauTypes() {
        super("xingma");
        addSerializer(LocalDate.class, ToStringSerializer.instance);
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Path.class, ToStringSerializer.instance);
        addSerializer(InstitutionId.class, ToStringSerializer.instance);
        addSerializer(PlacardCode.class, ToStringSerializer.instance);
        addSerializer(RegionCode.class, ToStringSerializer.instance);
        addSerializer(EvaluationId.class, ToStringSerializer.instance);
        addSerializer(Points.class, new PointsOut());
        addDeserializer(String.class, new Text<>(String.class, text -> text));
        addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse));
        addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse));
        addDeserializer(Points.class, new PointsIn());
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

    /** A number as it stands in the text, with two decimals at most; never by way of a binary fraction. */
    private static final class PointsIn extends StdScalarDeserializer<Points> {
        private static final Pattern POINTS = Pattern.compile("(0|[1-9][0-9]{0,4})(?:[.]([0-9]{1,2}))?");

        PointsIn() {
            super(Points.class);
        }

        @Override
        public Points deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.currentToken().isNumeric()) {
                return context.reportInputMismatch(Points.class, "not a number");
            }
            var number = POINTS.matcher(json.getText());
            if (!number.matches()) {
                return context.reportInputMismatch(Points.class, "not points");
            }
            var decimals = number.group(2) == null ? "00" : number.group(2).length() == 1 ? number.group(2) + "0" : number.group(2);
            return new Points(Integer.parseInt(number.group(1) + decimals));
        }
    }

    private static final class PointsOut extends StdScalarSerializer<Points> {
        PointsOut() {
            super(Points.class);
        }

        @Override
        public void serialize(Points points, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(points.toString());
        }
    }
}
