package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/** Who did something in an evaluation (参与方). Ids are the sign-in's subjects. */
public sealed interface Party {
    /** 被评机构. */
    record Applicant(InstitutionId institution, String person) implements Party {
        public Applicant {
            requireNonNull(institution, "institution");
            refuseBlank(person);
        }
    }

    /** 评价专家. */
    record Assessor(String expert) implements Party {
        public Assessor {
            refuseBlank(expert);
        }
    }

    /** 执法人员, acting for a territory. */
    record Bureau(String officer, RegionCode territory) implements Party {
        public Bureau {
            requireNonNull(territory, "territory");
            refuseBlank(officer);
        }
    }

    /** 系统: suspends and ends when the day or the reason comes. */
    record Sweep() implements Party {}

    /** As the trail writes it; {@link #read} is its inverse. */
    default String word() {
        return switch (this) {
            case Applicant(var institution, var person) -> "premises " + institution + " " + person;
            case Assessor(var expert) -> "expert " + expert;
            case Bureau(var officer, var territory) -> "bureau " + territory + " " + officer;
            case Sweep s -> "sweep";
        };
    }

    static Party read(String word) {
        var parts = word.split(" ", 2);
        return switch (parts[0]) {
            case "premises" -> {
                var rest = parts[1].split(" ", 2);
                yield new Applicant(new InstitutionId(rest[0]), rest[1]);
            }
            case "expert" -> new Assessor(parts[1]);
            case "bureau" -> {
                var rest = parts[1].split(" ", 2);
                yield new Bureau(rest[1], new RegionCode(rest[0]));
            }
            case "sweep" -> new Sweep();
            default -> throw new IllegalStateException("a party of no kind");
        };
    }

    /** The sign-in's subject; the sweep has none. */
    default String person() {
        return switch (this) {
            case Applicant(var institution, var person) -> person;
            case Assessor(var expert) -> expert;
            case Bureau(var officer, var territory) -> officer;
            case Sweep s -> "";
        };
    }

    private static void refuseBlank(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a person has an id");
        }
    }
}
