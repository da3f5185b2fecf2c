package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Facts;
import xingma.fact.Section;
import xingma.institution.Condition;
import xingma.institution.Credential;
import xingma.institution.CredentialTerm;
import xingma.institution.Institution;
import xingma.institution.InstitutionCategory;
import xingma.institution.InstitutionId;
import xingma.institution.PremisesKind;
import xingma.institution.Procedure;
import xingma.institution.Verdict;
import xingma.practitioner.Practitioner;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RulebookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Rulebook rulebook = Rulebook.standard();

    @Test
    void four_kinds_ship_in_the_order_of_the_index() {
        assertEquals(
                List.of("medical-institution", "public-place", "disinfectant-maker", "drinking-water-maker"),
                rulebook.kinds().stream().map(PremisesKind::id).toList());
    }

    @Test
    void a_name_outside_the_index_opens_no_file() {
        assertTrue(rulebook.kind("../regions.csv").isEmpty());
        assertTrue(rulebook.kind("index").isEmpty());
    }

    @Test
    void a_fifth_kind_needs_a_file_and_a_line_and_works() {
        var extended = new Rulebook(RulebookTest.class, "/xingma/rulebook/with-a-fifth-kind/");
        var kind = extended.kind("swimming-pool").orElseThrow();
        var pool = institution(
                "swimming-pool",
                Map.of("waterTest", "合格", "district", "990102"),
                new Credential("P-1", new Facts(Map.of("validUntil", "2026-11-21"))));
        assertFalse(kind.hasPeople());
        assertEquals("可以下水", kind.words().get("verdict.yes").get("zh-Hans"));
        assertTrue(Verdict.of(pool, kind.conditions(), TODAY).yes());
        assertFalse(Verdict.of(pool, kind.conditions(), TODAY.plusDays(1)).yes());
    }

    @Test
    void a_medical_institution_needs_a_licence_the_department_and_leave_to_practise() {
        var kind = rulebook.kind("medical-institution").orElseThrow();
        assertEquals(
                List.of(
                        new Condition.CredentialInForce(false),
                        new Condition.Lists("departments", Set.of("医疗美容科")),
                        new Condition.MayPractise()),
                kind.conditions());
        assertTrue(kind.hasPeople());
        assertTrue(kind.field(Section.CREDENTIAL, kind.identifiedBy()).isPresent());
    }

    @Test
    void a_maker_without_any_permit_gets_a_no() {
        var kind = rulebook.kind("drinking-water-maker").orElseThrow();
        assertFalse(Verdict.of(institution(kind.id(), Map.of("district", "990103")), kind.conditions(), TODAY).yes());
    }

    @Test
    void the_invented_city_has_its_four_districts_and_chinese_time() {
        var city = rulebook.city(new RegionCode("990100"));
        assertEquals("云汀市", city.region().chinese());
        assertEquals(
                List.of("青岚区", "滨澜区", "听溪区", "松屿县"),
                city.districts().stream().map(district -> district.chinese()).toList());
        assertEquals("Asia/Shanghai", city.zone().getId());
        assertEquals("连云港市", rulebook.city(new RegionCode("320700")).region().chinese());
        assertThrows(IllegalArgumentException.class, () -> rulebook.city(new RegionCode("110100")));
    }

    @Test
    void a_clinic_may_do_level_one_and_a_department_with_anaesthesia_level_two() {
        var procedures = rulebook.procedures();
        assertEquals(Set.of(1), levels(procedures.permittedTo(aesthetic("医疗美容诊所", Map.of()))));
        assertEquals(Set.of(1), levels(procedures.permittedTo(aesthetic("医疗美容门诊部", Map.of()))));
        assertEquals(
                Set.of(1, 2), levels(procedures.permittedTo(aesthetic("医疗美容门诊部", Map.of("hasAnaesthesia", "是")))));
        assertEquals(
                Set.of(1),
                levels(procedures.permittedTo(
                        aesthetic("医疗美容门诊部", Map.of("hasAnaesthesia", "是", "surgeryLevel", "1")))));
        assertEquals(
                Set.of(1, 2, 3, 4),
                levels(procedures.permittedTo(aesthetic("整形外科医院", Map.of("hospitalGrade", "三级")))));
    }

    @Test
    void nothing_is_permitted_without_the_surgical_department() {
        var procedures = rulebook.procedures();
        assertTrue(procedures
                .permittedTo(aesthetic("医疗美容诊所", Map.of("aestheticDepartments", "美容皮肤科")))
                .isEmpty());
        assertTrue(procedures.permittedTo(aesthetic("医疗美容诊所", Map.of("departments", "内科"))).isEmpty());
    }

    @Test
    void a_clinic_registered_for_level_two_is_a_matter_for_a_warning() {
        var levels = rulebook.surgeryLevels();
        assertTrue(levels.exceededBy(aesthetic("医疗美容诊所", Map.of("surgeryLevel", "2")).facts()));
        assertFalse(levels.exceededBy(aesthetic("美容医院", Map.of("surgeryLevel", "3")).facts()));
        assertFalse(levels.exceededBy(aesthetic("综合医院", Map.of("surgeryLevel", "4")).facts()), "no grade, no rule");
    }

    @Test
    void a_specialty_fits_the_scope_that_leads_to_it() {
        var scopes = rulebook.specialtyScopes();
        assertTrue(scopes.fits("美容外科", "外科专业"));
        assertTrue(scopes.fits("美容牙科", "口腔专业"));
        assertFalse(scopes.fits("美容皮肤科", "内科专业"));
        assertFalse(scopes.fits("养生科", "外科专业"));
        var doctor = new Practitioner(
                "110990102000417", new Facts(Map.of("scope", "皮肤病与性病专业", "specialties", "美容外科、美容皮肤科")));
        assertEquals(List.of("美容外科"), scopes.outside(doctor));
        assertEquals(List.of(), scopes.outside(new Practitioner("110990102000417", Facts.NONE)));
    }

    @Test
    void renewal_of_a_public_place_is_asked_for_thirty_days_before_its_end() {
        var term = rulebook.credentialTerms().stream()
                .filter(t -> t.credentialType().equals("公共场所卫生许可证"))
                .findFirst()
                .orElseThrow();
        assertEquals(Period.ofYears(4), term.validity().orElseThrow());
        assertEquals(
                LocalDate.of(2026, 11, 1),
                term.renewalAskedBy(new Credential("x", new Facts(Map.of("validUntil", "2026-12-01")))).orElseThrow());
    }

    @Test
    void every_type_in_a_rule_is_a_type_of_the_register() {
        var kind = rulebook.kind("medical-institution").orElseThrow();
        var types = kind.field(Section.PREMISES, "institutionType").orElseThrow().choices();
        assertEquals(rulebook.categories().stream().map(InstitutionCategory::name).toList(), types);
        rulebook.surgeryLevels().limits().forEach(limit -> assertTrue(types.containsAll(limit.types()), limit.toString()));
        var specialties = kind.field(Section.PERSON, "specialties").orElseThrow().choices();
        assertEquals(Set.copyOf(specialties), rulebook.specialtyScopes().scopes().keySet());
    }

    @Test
    void every_credential_type_has_its_term() {
        var terms = rulebook.credentialTerms().stream().map(CredentialTerm::credentialType).toList();
        for (var kind : rulebook.kinds()) {
            var types = kind.field(Section.CREDENTIAL, "credentialType").orElseThrow().choices();
            assertTrue(terms.containsAll(types), kind.id());
        }
    }

    private static Set<Integer> levels(List<Procedure> procedures) {
        return Set.copyOf(procedures.stream().map(Procedure::level).distinct().toList());
    }

    private static Institution aesthetic(String type, Map<String, String> more) {
        var facts = new Facts(Map.of(
                "district", "990102", "institutionType", type, "departments", "医疗美容科", "aestheticDepartments", "美容外科"));
        for (var fact : more.entrySet()) {
            facts = facts.with(fact.getKey(), Optional.of(fact.getValue()));
        }
        return institution("medical-institution", facts.values());
    }

    private static Institution institution(String kind, Map<String, String> facts, Credential... credentials) {
        return new Institution(
                InstitutionId.firstRegisteredAs(kind, "1"), kind, new Facts(facts), List.of(credentials), List.of());
    }
}
