package xingma.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xingma.practitioner.Practitioner;

/**
 * The photos of everybody at one institution in one picture, one below the other (人员照片), so that a scan costs one
 * request more and not forty. Its name follows from the photos' keys: whoever knows the entry knows the address, and a
 * changed photo has a new one. Only people with recorded consent who have not left are in it.
 */
public record PeopleSheet(List<Place> places) {
    public static final int WIDTH = 52;
    public static final int HEIGHT = 64;

    public PeopleSheet {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a sheet shows somebody");
        }
    }

    /** Whose photo lies where on the sheet. */
    public record Place(String practisingCode, String photo) {}

    /** The sheet for these people, or none when nobody's photo may be shown. */
    public static Optional<PeopleSheet> of(List<Practitioner> people) {
        var places = people.stream()
                .filter(p -> p.facts().text("leftOn").isEmpty())
                .flatMap(p -> p.photo().map(photo -> new Place(p.practisingCode(), photo)).stream())
                .sorted((a, b) -> a.practisingCode().compareTo(b.practisingCode()))
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new PeopleSheet(places));
    }

    /** Where the sheet lies in the site's bucket, and behind which path phones find it after a slash. */
    public String key() {
        return "people/" + hash() + ".svg";
    }

    /** The place of a person's photo from the top, counted from 0. */
    Optional<Integer> indexOf(String practisingCode) {
        for (var i = 0; i < places.size(); i++) {
            if (places.get(i).practisingCode().equals(practisingCode)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The picture, given the JPEG behind each photo's key. */
    public String compose(Function<String, byte[]> jpeg) {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                // The oldest phones know the address of an image by this name alone.
                .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT * places.size())
                .append("\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT * places.size()).append("\">");
        for (var i = 0; i < places.size(); i++) {
            svg.append("<image y=\"").append(HEIGHT * i)
                    .append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT)
                    .append("\" preserveAspectRatio=\"xMidYMid slice\" xlink:href=\"data:image/jpeg;base64,")
                    .append(Base64.getEncoder().encodeToString(jpeg.apply(places.get(i).photo())))
                    .append("\"/>");
        }
        return svg.append("</svg>").toString();
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var place : places) {
                digest.update((place.practisingCode() + ' ' + place.photo() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
