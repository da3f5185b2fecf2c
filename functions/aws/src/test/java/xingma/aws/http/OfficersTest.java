package xingma.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficersTest {
    private final Asked asked = Asked.by("gao", "990102", "registrar checker", "GET /api/me").claim("name", "高敏");

    @Test
    void the_claims_say_who_acts_where_and_in_what_duty() {
        assertEquals(
                new Officer("gao", "高敏", new RegionCode("990102"), Set.of(Duty.REGISTRAR, Duty.CHECKER)),
                Officers.of(asked));
    }

    @Test
    void a_user_pool_writes_our_claims_with_a_prefix() {
        var pooled = Asked.of("GET /api/me")
                .claim("sub", "gao")
                .claim("name", "高敏")
                .claim("custom:xingma_territory", "990102")
                .claim("custom:xingma_duties", "registrar checker");

        assertEquals(Officers.of(asked), Officers.of(pooled));
    }

    @Test
    void a_duty_of_another_system_is_none_of_ours() {
        assertEquals(Set.of(Duty.INSPECTOR), Officers.of(asked.claim("xingma_duties", "inspector emperor")).duties());
    }

    @Test
    void a_request_without_claims_is_nobodys() {
        var refused = assertThrows(Refused.class, () -> Officers.of(Asked.of("GET /api/me")));

        assertEquals(403, refused.problem().status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sub|''", "sub|a b", "sub|高敏", "name|''", "name|高\u202E敏", "name|高\u0000敏", "xingma_territory|''",
                "xingma_territory|99010", "xingma_territory|９９０１０２", "xingma_duties|''", "xingma_duties|Registrar",
                "xingma_duties|registrar,checker"
            })
    void a_malformed_claim_is_named(String claim, String value) {
        var refused = assertThrows(Refused.class, () -> Officers.of(asked.claim(claim, value)));

        assertEquals(403, refused.problem().status());
        assertEquals(Optional.of(claim), refused.problem().field());
    }
}
