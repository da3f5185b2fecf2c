package xingma.complaint;

import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/** Who did something in a case (办理人). The complainant has no name here: the trail outlives what she told us. */
public sealed interface Actor {
    /** 投诉举报人. */
    record Complainant() implements Actor {}

    /** 执法人员. The id is the sign-in's subject; the territory is the one she acted for. */
    record Bureau(String officer, RegionCode territory) implements Actor {
        public Bureau {
            if (officer.isBlank()) {
                throw new IllegalArgumentException("an officer has an id");
            }
        }
    }

    /** 被投诉举报的机构: sees and answers an officer's summary, never the case. */
    record Premises(InstitutionId institution) implements Actor {}

    /** 系统: reminds, climbs and erases when the day comes. */
    record Sweep() implements Actor {}

    /** As the trail writes it; {@link #read} is its inverse. */
    default String word() {
        return switch (this) {
            case Complainant c -> "complainant";
            case Bureau(var officer, var territory) -> "bureau " + territory + " " + officer;
            case Premises(var institution) -> "premises " + institution;
            case Sweep s -> "sweep";
        };
    }

    static Actor read(String word) {
        var parts = word.split(" ", 3);
        return switch (parts[0]) {
            case "complainant" -> new Complainant();
            case "bureau" -> new Bureau(parts[2], new RegionCode(parts[1]));
            case "premises" -> new Premises(new InstitutionId(parts[1]));
            case "sweep" -> new Sweep();
            default -> throw new IllegalStateException("an actor of no kind");
        };
    }
}
