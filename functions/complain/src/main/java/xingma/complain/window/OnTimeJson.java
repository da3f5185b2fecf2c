package xingma.complain.window;

import java.util.List;
import xingma.pages.OnTimePages;
import xingma.territory.City;

/** On-time rates as data: the rate, and the three figures that make it. */
public final class OnTimeJson {
    private OnTimeJson() {}

    public static byte[] of(List<OnTimePages.Shelf> shelves, City city) {
        return CaseJson.bytes(json -> {
            json.writeStringField("formula", "rate = closedOnTime / (closed + openOverdue), in percent");
            json.writeArrayFieldStart("items");
            for (var shelf : shelves) {
                for (var rate : shelf.rates()) {
                    json.writeStartObject();
                    json.writeStringField("unit", rate.unit().value());
                    json.writeStringField(
                            "chinese", city.named(rate.unit()).map(r -> r.chinese()).orElse(rate.unit().value()));
                    json.writeStringField(
                            "english", city.named(rate.unit()).map(r -> r.english()).orElse(rate.unit().value()));
                    json.writeStringField("month", rate.month().toString());
                    json.writeStringField("rate", OnTimePages.percent(rate).orElse(null));
                    json.writeNumberField("closedOnTime", rate.closedOnTime());
                    json.writeNumberField("closed", rate.closed());
                    json.writeNumberField("openOverdue", rate.openOverdue());
                    json.writeStringField("computedAt", rate.computedAt().toString());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        });
    }
}
