package xingma.pages;

import java.util.Optional;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.State;

/**
 * The badge that an institution may show (星级标识): an image that says what the card says now, in one language and size,
 * and turns grey with the star. It is never kept: whoever shows it shows what holds today.
 */
public final class StarBadge {
    private static final String INK = "#15222d";
    private static final String INK2 = "#4a5864";
    private static final String GOLD = "#a86700";

    /** How wide a badge is drawn, in pixels. */
    public enum Size {
        SMALL(160),
        MEDIUM(240),
        LARGE(480);

        private final int width;

        Size(int width) {
            this.width = width;
        }
    }

    private StarBadge() {}

    /** @param card absent for an institution that is not rated */
    public static String svg(Optional<StarCard> card, Language language, Size size) {
        var words = Words.ofStars(language);
        var state = card.map(StarCard::state).orElse(State.NONE);
        var stars = card.flatMap(StarCard::stars);
        var heading = stars.map(s -> words.say("star.star." + s)).orElseGet(() -> words.say("star.state." + state));
        var below = stars.isPresent()
                ? words.say("star.badge.check", card.flatMap(StarCard::until).map(Object::toString).orElse(""))
                : words.say("star.badge.grey");
        var out = new StringBuilder(1_600);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 96\" width=\"").append(size.width)
                .append("\" height=\"").append(size.width * 96 / 240).append("\" role=\"img\" lang=\"").append(language.tag())
                .append("\" font-family=\"-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif\"><title>");
        Text.escape(heading + "，" + below, out);
        out.append("</title><rect x=\"1\" y=\"1\" width=\"238\" height=\"94\" rx=\"6\" fill=\"#fff\" stroke=\"")
                .append(stars.isPresent() ? GOLD : "#71808c").append("\" stroke-width=\"2\"")
                .append(stars.isPresent() ? "/>" : " stroke-dasharray=\"6 4\"/>");
        text(out, 22, 12, INK2, words.say("star.badge.rated"));
        if (stars.isPresent()) {
            row(out, stars.get());
            text(out, 56, 18, INK, heading, 152);
        } else {
            text(out, 56, 20, INK2, heading);
        }
        text(out, 83, 11, INK2, below);
        return out.append("</svg>\n").toString();
    }

    private static void row(StringBuilder out, int solid) {
        for (var i = 0; i < 5; i++) {
            out.append("<path transform=\"translate(").append(12 + i * 26).append(" 37)\" d=\"").append(Artwork.STAR)
                    .append(i < solid ? "\" fill=\"" + GOLD + "\"/>" : "\" fill=\"none\" stroke=\"" + GOLD + "\" stroke-width=\"1.6\"/>");
        }
    }

    private static void text(StringBuilder out, int y, int size, String colour, String text) {
        text(out, y, size, colour, text, 12);
    }

    private static void text(StringBuilder out, int y, int size, String colour, String text, int x) {
        out.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" font-size=\"").append(size)
                .append("\" fill=\"").append(colour).append("\">");
        Text.escape(text, out);
        out.append("</text>");
    }
}
