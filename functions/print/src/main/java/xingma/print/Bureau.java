package xingma.print;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import xingma.institution.PlacardCode;

/**
 * The bureau as its placards name it (监制单位).
 *
 * @param hotlines telephone numbers to complain to
 * @param publicBaseUrl the host that every printed code leads to, without a slash at its end
 */
record Bureau(String name, List<String> hotlines, String publicBaseUrl) {
    Bureau {
        requireNonNull(name, "name");
        hotlines = List.copyOf(hotlines);
        if (publicBaseUrl.endsWith("/")) {
            throw new IllegalArgumentException("the public address ends without a slash");
        }
    }

    /** The address that a phone opens. */
    String address(PlacardCode code) {
        return publicBaseUrl + "/q/" + code;
    }

    /** The host in words, with its port where it has one. */
    String host() {
        return URI.create(publicBaseUrl).getAuthority();
    }
}
