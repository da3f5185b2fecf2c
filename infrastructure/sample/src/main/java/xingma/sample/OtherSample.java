package xingma.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented public places and makers: the other kinds that bring the city to 1,700. */
final class OtherSample {
    static final int PUBLIC_PLACES = 820;
    static final int DISINFECTANT_MAKERS = 91;
    static final int WATER_MAKERS = 170;
    private static final long SEED = 990_100_5000L;
    private static final List<Trade> TRADES = List.of(
            new Trade("美容美发场所", List.of("美容店", "理发店", "美发沙龙", "生活美容馆")),
            new Trade("美容美发场所", List.of("美甲美容店", "养肤馆", "发艺工作室", "美颜馆")),
            new Trade("住宿场所", List.of("酒店", "宾馆", "民宿", "旅社")),
            new Trade("住宿场所", List.of("商务酒店", "客栈", "度假酒店", "公寓酒店")),
            new Trade("沐浴场所", List.of("浴场", "足浴店", "温泉馆", "汗蒸馆")),
            new Trade("文化娱乐场所", List.of("影院", "歌厅", "网吧", "音乐厅")),
            new Trade("体育场所", List.of("游泳馆", "健身馆", "体育馆", "瑜伽馆")),
            new Trade("商场书店", List.of("书店", "商场", "超市", "百货")),
            new Trade("候诊候车场所", List.of("客运站候车室", "医院候诊区", "轮渡候船厅", "公交枢纽候车厅")));
    private static final List<String> PRODUCTS =
            List.of("反渗透净水机", "超滤净水器", "聚乙烯给水管", "不锈钢水箱", "活性炭滤料", "聚合氯化铝", "饮水机", "管材密封圈");
    private static final List<String> GROUPS =
            List.of("水质处理器", "水质处理器", "输配水设备", "输配水设备", "水处理材料", "化学处理剂", "水质处理器", "防护材料");

    private final LocalDate day;

    OtherSample(LocalDate day) {
        this.day = day;
    }

    private record Trade(String category, List<String> names) {}

    List<Row> publicPlaces() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < PUBLIC_PLACES; i++) {
            var n = 1_000 + i;
            var random = new Random(SEED + n);
            var trade = TRADES.get(i % TRADES.size());
            var district = Wording.district(random);
            // A round of all names for each house name, so that no two are called alike.
            var name = Wording.house(i / TRADES.size() * 3 + i % 3) + trade.names().get(i / 3 % trade.names().size());
            var values = premises("云汀" + district.name().substring(0, 2) + name, "92", district, n, random);
            values.put("category", trade.category());
            values.put("postedAt", trade.category().equals("住宿场所") ? "一层大堂" : "前台");
            var until = licence(values, district, random, i);
            values.put("number", "(云%s)卫公证字(%d)第%06d号"
                    .formatted(district.name().substring(0, 1), until.getYear() - 4, n));
            values.put("nextVerification", until.minusYears(2).toString());
            rows.add(new Row(values));
        }
        return rows;
    }

    List<Row> disinfectantMakers() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < DISINFECTANT_MAKERS; i++) {
            var n = 2_000 + i;
            var random = new Random(SEED + n);
            var district = Wording.district(random);
            var values = premises("云汀" + Wording.house(i) + "消毒用品有限公司", "91", district, n, random);
            values.put("category", List.of("消毒剂", "卫生用品", "消毒剂、卫生用品", "消毒器械").get(i % 4));
            values.put("postedAt", "厂区大门");
            var until = licence(values, district, random, i);
            values.put("number", "(云)卫消证字(%d)第%04d号".formatted(until.getYear() - 4, i + 1));
            values.put("issuer", "云汀市卫生健康局");
            rows.add(new Row(values));
        }
        return rows;
    }

    /** One row for each permit; a maker without any has one row that says so by its blanks. */
    List<Row> waterMakers() {
        var rows = new ArrayList<Row>();
        var permit = 0;
        for (var i = 0; i < WATER_MAKERS; i++) {
            var n = 2_500 + i;
            var random = new Random(SEED + n);
            var district = Wording.district(random);
            var house = Wording.house(i);
            var values = premises("云汀" + house + "净水设备有限公司", "91", district, n, random);
            values.put("postedAt", "厂区大门");
            var permits = i % 20 == 13 ? 0 : 1 + random.nextInt(3);
            var first = random.nextInt(PRODUCTS.size());
            values.put("category", GROUPS.get(first));
            if (permits == 0) {
                rows.add(new Row(values));
            }
            for (var p = 0; p < permits; p++) {
                permit++;
                var until = licence(values, district, random, i);
                values.put("number", "(云)卫水字(%d)第%04d号".formatted(until.getYear() - 4, permit));
                values.put("product", house + "牌" + PRODUCTS.get((first + p) % PRODUCTS.size()));
                values.put("issuer", "云汀市卫生健康局");
                rows.add(new Row(values));
            }
        }
        return rows;
    }

    private static Map<String, String> premises(
            String name, String prefix, Wording.District district, int n, Random random) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("creditCode", Numbers.creditCode(prefix, district.code(), n));
        values.put("district", district.name());
        values.put("address", Wording.address(district, random));
        values.put("phone", "0990-%07d".formatted(2_000_000 + random.nextInt(7_000_000)));
        values.put("principal", Wording.person(random));
        return values;
    }

    /** Four years; one in thirty has lapsed. */
    private LocalDate licence(Map<String, String> values, Wording.District district, Random random, int i) {
        var until = i % 30 == 29 ? day.minusDays(1 + random.nextInt(90)) : day.plusDays(random.nextInt(1_400));
        values.put("validFrom", until.minusYears(4).plusDays(1).toString());
        values.put("issuedOn", until.minusYears(4).plusDays(1).toString());
        values.put("validUntil", until.toString());
        values.put("issuer", district.name() + "卫生健康局");
        return until;
    }
}
