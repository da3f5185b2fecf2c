package xingma.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private static Settings of(String name, String value) {
        return Settings.of(Map.of(name, value)::get);
    }

    @Test
    void a_missing_variable_names_itself() {
        var missing = assertThrows(IllegalStateException.class, () -> Settings.of(name -> null).registerTable());

        assertEquals("REGISTER_TABLE is not set", missing.getMessage());
    }

    @Test
    void a_blank_variable_is_a_missing_one() {
        assertThrows(IllegalStateException.class, () -> of("BUREAU_NAME", " ").bureauName());
        assertEquals(Optional.empty(), of("SITE_FOOTER", "").siteFooter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xm.yunting.example",
                "https://xm.yunting.example/",
                "ftp://xm.yunting.example",
                "https:///q",
                "https://a b"
            })
    void an_address_that_could_not_be_printed_is_refused_by_name(String address) {
        var refused = assertThrows(IllegalStateException.class, () -> of("PUBLIC_BASE_URL", address).publicBaseUrl());

        assertTrue(refused.getMessage().startsWith("PUBLIC_BASE_URL"));
        assertFalse(refused.getMessage().contains(address));
    }

    @Test
    void a_city_is_named_by_a_region_code() {
        assertEquals("990100", of("CITY_CODE", "990100").cityCode().value());
        assertThrows(IllegalStateException.class, () -> of("CITY_CODE", "9901").cityCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws-cn:kms:cn-northwest-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "arn:aws:kms:eu-west-1:123456789012:alias/xingma-seal",
                "alias/xingma-seal",
                "file:/home/somebody/.xingma/seal.key"
            })
    void a_seal_key_is_an_arn_an_alias_or_a_file(String key) {
        assertEquals(key, of("SEAL_KEY", key).sealKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234abcd-12ab-34cd-56ef-1234567890ab", "arn:aws:s3:::bucket", "file:", "alias/", "/etc/key"})
    void another_seal_key_is_refused_by_name(String key) {
        var refused = assertThrows(IllegalStateException.class, () -> of("SEAL_KEY", key).sealKey());

        assertTrue(refused.getMessage().startsWith("SEAL_KEY"));
        assertFalse(refused.getMessage().contains("1234") || refused.getMessage().contains("etc"));
    }

    @Test
    void hotlines_stand_apart_by_commas() {
        assertEquals(List.of("12345", "010-68227123"), of("HOTLINES", "12345, 010-68227123,").hotlines());
    }

    @Test
    void settings_say_nothing_of_themselves() {
        assertEquals("Settings", of("REGISTER_TABLE", "secret").toString());
    }
}
