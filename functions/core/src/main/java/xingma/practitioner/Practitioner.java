package xingma.practitioner;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.fact.Facts;

/**
 * A doctor or nurse registered at an institution (医师, 护士), known by the practising code.
 *
 * <p>Field ids: name, role (主诊医师 | 医师 | 护士 …), level, category, scope, specialties, validUntil, leadFiling (主诊备案),
 * training (医美培训), qualification (first nine digits of the qualification code, then stars), leftOn, photo.
 */
public record Practitioner(String practisingCode, Facts facts) {
    public String name() {
        return facts.textOrEmpty("name");
    }

    public String role() {
        return facts.textOrEmpty("role");
    }

    public boolean isNurse() {
        return role().equals("护士");
    }

    public List<String> specialties() {
        return facts.items("specialties");
    }

    /** The last four digits, all that the public page shows of the code. */
    public String tail() {
        return practisingCode.substring(practisingCode.length() - 4);
    }

    /** The key of the photo, present only where the person's consent is recorded. */
    public Optional<String> photo() {
        return facts.text("photoConsentOn").flatMap(consented -> facts.text("photo"));
    }

    public boolean worksHereOn(LocalDate day) {
        return facts.date("leftOn").filter(left -> !day.isBefore(left)).isEmpty();
    }

    public ThreeConditions conditionsOn(LocalDate day) {
        var registeredHere = facts.date("validUntil").filter(day::isAfter).isEmpty() && worksHereOn(day);
        return isNurse()
                // Nobody is registered as a nurse without having passed the examination.
                ? new ThreeConditions(true, registeredHere, facts.text("training").isPresent())
                : new ThreeConditions(
                        facts.text("qualification").isPresent(), registeredHere, facts.text("leadFiling").isPresent());
    }

    /**
     * The three conditions (三条件), each true or false and none hidden.
     *
     * @param qualified 医师资格 or 护士资格
     * @param registeredHere 在此注册, in force on the day
     * @param leads 主诊备案 for a doctor, 医美培训 for a nurse
     */
    public record ThreeConditions(boolean qualified, boolean registeredHere, boolean leads) {
        public boolean all() {
            return qualified && registeredHere && leads;
        }
    }
}
