package xingma.print;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import xingma.registry.Some;
class LookTest {
    @Test void look() throws Exception {
        var dir = Path.of("/tmp/look"); Files.createDirectories(dir);
        var t=System.nanoTime();
        Files.write(dir.resolve("a5.pdf"), PlacardBook.print(SheetFormat.A5, List.of(Printed.face())));
        System.out.println("first " + (System.nanoTime()-t)/1000000);
        t=System.nanoTime();
        var faces = new ArrayList<PlacardFace>();
        for (var kind : List.of("medical-institution","public-place","disinfectant-maker","drinking-water-maker")) faces.add(Printed.face(Some.CODE, kind, Printed.NAME, Printed.ADDRESS));
        faces.add(Printed.face(Some.CODE, "云汀喆镕堃垚祎䶮国际整形美容外科专科医院有限责任公司青岚区听雨路第二分院医疗美容门诊部", "听雨路与观澜大道交叉口东北角云汀国际金融中心T3塔楼18层1801至1816室（原青岚区第一人民医院旧址北侧）"));
        faces.add(Printed.face(Some.CODE, "喆".repeat(100), "𬨨路".repeat(60)));
        faces.add(Printed.face(Some.CODE, "Yunting Rainbow International Aesthetic Medicine Clinic (Qinglan) 云汀虹", "No. 18"));
        Files.write(dir.resolve("many.pdf"), PlacardBook.print(SheetFormat.A5, faces));
        System.out.println("many " + (System.nanoTime()-t)/1000000);
        for (var f : SheetFormat.values()) Files.write(dir.resolve(f.word()+"-f.pdf"), PlacardBook.print(f, faces.subList(0,3)));
        var code = QrCode.of("https://xm.yunting.example/q/"+Some.CODE);
        Files.writeString(dir.resolve("c.svg"), SvgImage.of(code, Some.CODE.spoken()));
        Files.write(dir.resolve("c.png"), PngImage.of(code));
    }
}
