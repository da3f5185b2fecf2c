package xingma.pages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import xingma.territory.City;

/**
 * Who publishes these pages, and where (主办单位).
 *
 * @param publicBaseUrl as printed in the QR codes, without a slash at its end
 * @param consoleBaseUrl the officers' console, a host of its own
 * @param hotlines on every page, the first one large
 * @param footer what the law asks of a government site: filing numbers and the like
 * @param promise the date that goes with every invitation to complain
 */
public record Publisher(
        City city,
        String bureau,
        String bureauEnglish,
        String publicBaseUrl,
        Optional<String> consoleBaseUrl,
        List<String> hotlines,
        Optional<String> footer,
        Promise promise) {
    public Publisher {
        requireNonNull(city, "city");
        requireNonNull(publicBaseUrl, "publicBaseUrl");
        requireNonNull(promise, "promise");
        hotlines = List.copyOf(hotlines);
        if (hotlines.isEmpty()) {
            throw new IllegalArgumentException("a page without a hotline is a dead end");
        }
    }

    /** The host that a true placard names. */
    public String host() {
        return URI.create(publicBaseUrl).getAuthority();
    }
}
