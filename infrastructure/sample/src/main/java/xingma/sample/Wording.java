package xingma.sample;

import java.util.List;
import java.util.Random;

/** Invented names of people, places and streets. */
final class Wording {
    static final List<District> DISTRICTS = List.of(
            new District("990102", "青岚区", List.of("听雨路", "松影街", "平桥路", "柳岸街", "星河里")),
            new District("990103", "滨澜区", List.of("望亭路", "海棠大道", "潮声路", "灯塔街", "沙洲里")),
            new District("990104", "听溪区", List.of("溪口路", "竹径街", "泉眼路", "古渡街", "石桥里")),
            new District("990121", "松屿县", List.of("松屿大道", "渔港路", "盐场街", "月牙湾路", "工业路")));
    private static final String SURNAMES = "周陆沈何顾方许唐魏丁宋邹潘卢乔江孟白任程叶苏秦温韩蒋余贺梁邵";
    private static final List<String> GIVEN = List.of(
            "砚宁", "知远", "禾", "晓舟", "敏之", "潮生", "若溪", "景行", "云舒", "怀瑾", "南星", "予安", "清越", "一诺", "思齐",
            "望舒", "秋白", "子衿", "亦涵", "明澈", "静姝", "书航", "语桐", "嘉木", "和光");
    /** Rare characters, the last of four bytes in GB18030, as real registers have them. */
    private static final List<String> RARE = List.of("喆", "堃", "垚", "昉", "頔", "䶮");
    private static final String FIRST = "安宁青素明清朗和静澄知月听映初晴云雅诗若嘉悦星海松竹溪岚泽瑾";
    private static final String SECOND = "禾颜眸秋山白澜心语桐然曦舟帆羽林川溪宁和光华韵容姿悦辰雅集园";

    private Wording() {}

    /** A district with its streets. */
    record District(String code, String name, List<String> streets) {}

    /** City folk live where the city is: half in the first district. */
    static District district(Random random) {
        var draw = random.nextInt(10);
        return DISTRICTS.get(draw < 5 ? 0 : draw < 8 ? 1 : draw < 9 ? 2 : 3);
    }

    static String address(District district, Random random) {
        var street = district.streets().get(random.nextInt(district.streets().size()));
        var floor = random.nextInt(3) == 0 ? (2 + random.nextInt(5)) + "层" : "";
        return street + (1 + random.nextInt(320)) + "号" + floor;
    }

    static String person(Random random) {
        var surname = SURNAMES.charAt(random.nextInt(SURNAMES.length()));
        var given = random.nextInt(24) == 0
                ? RARE.get(random.nextInt(RARE.size()))
                : GIVEN.get(random.nextInt(GIVEN.size()));
        return surname + given;
    }

    /** The n-th name of a house: every n has its own. */
    static String house(int n) {
        var first = FIRST.charAt(n % FIRST.length());
        var second = SECOND.charAt((n / FIRST.length() * 7 + n) % SECOND.length());
        return "" + first + second;
    }
}
