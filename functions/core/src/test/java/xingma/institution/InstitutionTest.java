package xingma.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.fact.Facts;
import xingma.registry.Some;
import xingma.territory.City;
import xingma.territory.Region;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstitutionTest {
    private static final City CITY = new City(
            new Region(Some.CITY, "云汀市", "Yunting"), List.of(new Region(Some.QINGLAN, "青岚区", "Qinglan")), Some.ZONE);

    @ParameterizedTest
    @CsvSource({
        "听雨路18号2层, 青岚区听雨路18号2层",
        "青岚区听雨路18号2层, 青岚区听雨路18号2层",
        "云汀市青岚区听雨路18号2层, 云汀市青岚区听雨路18号2层",
        "听雨路18号2层原青岚区医院旧址, 青岚区听雨路18号2层原青岚区医院旧址",
    })
    void an_address_names_its_district_once(String registered, String shown) {
        var place = new Institution(
                InstitutionId.firstRegisteredAs("medical-institution", "1"),
                "medical-institution",
                new Facts(Map.of("address", registered, "district", Some.QINGLAN.value())),
                List.of(),
                List.of());
        assertEquals(shown, place.addressIn(CITY));
    }
}
