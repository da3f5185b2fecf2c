package xingma.pages;

import java.util.Map;

final class ScanPageTest {
    static Some.Clinic forty() {
        var clinic = Some.clinic();
        var surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
        for (var i = 0; i < 36; i++) {
            var name = "" + surnames.charAt(i % 20) + "知远禾宁砚若溪临川岚庭舟".charAt(i % 12) + "清和明远书言行止安然".charAt(i % 10);
            clinic.person("1109901020" + (51_234 + i * 137), i % 3 == 0
                    ? with(Some.lead(name, i % 2 == 0 ? "美容外科" : "美容皮肤科、美容外科"), "photo", "photos/" + i + "-" + name.hashCode(), "photoConsentOn", "2026-01-01")
                    : i % 3 == 1
                            ? Map.of("name", name, "role", "医师", "scope", "皮肤病与性病专业", "qualification", "202133110******************", "validUntil", "2026-0" + (1 + i % 9) + "-28")
                            : Map.of("name", name, "role", "护士", "validUntil", "2029-0" + (1 + i % 9) + "-14"));
        }
        return clinic;
    }

    private static Map<String, String> with(Map<String, String> facts, String... more) {
        var all = new java.util.HashMap<>(facts);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
