package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import xingma.pages.Attribute.Plain;
import xingma.placard.Placard;
import xingma.territory.Region;

/** The city's front door: enter a code, find a place by district or name, call, or sign in as an officer. */
public final class CityPage {
    public static final int LONGEST_NAME = 40;
    /** Where each duty's work begins in the console. */
    private static final SequencedMap<String, String> ROOMS = new LinkedHashMap<>();

    static {
        ROOMS.put("registrar", "/#/imports");
        ROOMS.put("checker", "/#/changes");
        ROOMS.put("inspector", "/#/placards");
    }

    private final Publisher publisher;

    public CityPage(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Some of a district's placards that stand.
     *
     * @param next the address of those that follow, where there are more
     */
    public record Shelf(Region district, List<Placard.Live> placards, Optional<String> next) {
        public Shelf {
            placards = List.copyOf(placards);
        }
    }

    /**
     * The page with these shelves.
     *
     * @param district the one district that the reader chose
     * @param sought the name that the reader looked for
     */
    public Page page(List<Shelf> shelves, Optional<Region> district, Optional<String> sought, View view) {
        var voice = new Voice(view.language(), Optional.empty());
        var frame = new Frame(publisher, view, voice);
        var main = new ArrayList<Html>();
        main.add(Tag.SECTION.of(
                Tag.H1.of(voice.html("city.heading", place(publisher.city().region(), voice))),
                Tag.P.of(voice.say("city.lead")),
                frame.codeForm("code.label", "code.button"),
                Tag.P.with(cls("s")).of(voice.say("code.hint"))));
        main.add(finder(shelves, district, sought, voice, frame));
        main.add(frame.complain(voice.say("complain.heading"), Optional.empty()));
        publisher.consoleBaseUrl().ifPresent(console -> main.add(Tag.SECTION.of(
                Tag.H2.of(voice.say("city.officers")),
                Html.all(ROOMS.entrySet().stream()
                        .map(room -> Tag.A.with(cls("go"), Attribute.outside(console + room.getValue()))
                                .of(voice.say("city.officers." + room.getKey())))
                        .toList()))));
        main.add(frame.bar(voice.say("complain.button")));
        return frame.page(
                voice.say("city.title", publisher.city().region().chinese()),
                Tag.MAIN.with(Attribute.id("main")).of(main),
                Optional.empty(),
                List.of(Tag.P.of(Tag.A.with(href("/openapi.yaml")).of(voice.say("city.api")))));
    }

    private Element finder(
            List<Shelf> shelves, Optional<Region> district, Optional<String> sought, Voice voice, Frame frame) {
        var section = new ArrayList<Html>();
        section.add(Tag.H2.of(voice.say("city.find")));
        section.add(Tag.FORM.with(Attribute.action("/"), Attribute.of(Plain.METHOD, "get")).of(
                Tag.LABEL.with(Attribute.of(Plain.FOR, "name")).of(voice.say("city.name")),
                frame.kept(),
                Tag.DIV.with(cls("in")).of(
                        Tag.INPUT.with(
                                Attribute.id("name"),
                                Attribute.of(Plain.NAME, "n"),
                                Attribute.of(Plain.TYPE, "search"),
                                Attribute.of(Plain.VALUE, sought.orElse("")),
                                Attribute.of(Plain.MAXLENGTH, "" + LONGEST_NAME)),
                        Tag.BUTTON.with(cls("b")).of(voice.say("city.name.button")))));
        var tabs = new ArrayList<Html>();
        tabs.add(tab(frame.to("/"), Html.text(voice.say("city.all")), district.isEmpty()));
        publisher.city().districts().forEach(d -> tabs.add(
                tab(frame.to("/", "d=" + d.code()), place(d, voice), district.filter(d::equals).isPresent())));
        section.add(Tag.NAV.with(cls("tabs"), Attribute.label(voice.say("city.districts"))).of(tabs));
        shelves.stream().filter(s -> !s.placards().isEmpty()).map(s -> shelf(s, voice, frame)).forEach(section::add);
        if (shelves.stream().allMatch(s -> s.placards().isEmpty())) {
            section.add(Tag.P.of(voice.say(sought.isPresent() ? "city.nobody" : "city.empty")));
        }
        return Tag.SECTION.with(Attribute.id("find")).of(section);
    }

    private static Html shelf(Shelf shelf, Voice voice, Frame frame) {
        var links = shelf.placards().stream()
                .map(p -> Tag.LI.of(Tag.A.with(href(frame.to("/q/" + p.code()))).of(voice.name(p.issue().name()))))
                .toList();
        return Html.all(
                Tag.H3.of(place(shelf.district(), voice)),
                Tag.UL.with(cls("li")).of(links),
                shelf.next()
                        .<Html>map(n -> Tag.A.with(cls("go"), href(n)).of(voice.say("city.more")))
                        .orElse(Html.NOTHING));
    }

    private static Html tab(String address, Html name, boolean current) {
        var link = Tag.A.with(href(address));
        return (current ? link.with(Attribute.of(Plain.ARIA_CURRENT, "page")) : link).of(name);
    }

    private static Html place(Region region, Voice voice) {
        return voice.language().isChinese() || voice.language() == Language.JAPANESE
                ? voice.name(region.chinese())
                : Tag.SPAN.with(Attribute.lang(Language.ENGLISH)).of(region.english());
    }
}
