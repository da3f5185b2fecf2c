package xingma.sheets;

import xingma.aws.http.Problem;
import xingma.aws.http.Refused;

/** Why a file is refused whole, before any cell of it is looked at. */
enum Refusal {
    EMPTY(
            400,
            "file.empty",
            "文件是空的。请重新保存后上传。",
            "The file is empty. Save it again and upload it."),
    TOO_LARGE(
            413,
            "file.tooLarge",
            "文件超过 4 MB。请删去图片和多余的表，或分成几个文件。",
            "The file is larger than 4 MB. Remove pictures and other sheets, or split it."),
    OLD_WORKBOOK(
            415,
            "file.oldWorkbook",
            "这是旧版 .xls 或加了密码的文件。请另存为 .xlsx 或 CSV，不要设密码。",
            "This is an old .xls file or has a password. Save it as .xlsx or CSV without one."),
    MACROS(
            415,
            "file.macros",
            "文件带有宏。请另存为 .xlsx 或 CSV 再上传。",
            "The file has macros. Save it as .xlsx or CSV."),
    NOT_A_TABLE(
            415,
            "file.unknown",
            "不是表格文件。请上传 .xlsx 或 CSV。",
            "This is no table. Upload .xlsx or CSV."),
    HALF(
            422,
            "file.half",
            "文件不完整，可能没有传完。请重新保存后上传。",
            "The file is not whole; the upload may have broken off. Save it again and upload it."),
    ENCODING(
            422,
            "file.encoding",
            "文字编码认不出来。请另存为 .xlsx，或“CSV UTF-8”。",
            "The text encoding is not known. Save it as .xlsx or as “CSV UTF-8”."),
    UNPACKED(
            422,
            "file.unpacked",
            "文件解开后过大，不像正常的表格。请把内容复制到新表再上传。",
            "The file unpacks to far more than a table holds. Copy its cells into a new workbook."),
    DANGEROUS(
            422,
            "file.dangerous",
            "文件里有表格不需要的内容，为了安全没有打开。请把内容复制到新表再上传。",
            "The file has parts that no table needs and was not opened. Copy its cells into a new workbook."),
    DATES_1904(
            422,
            "file.dates1904",
            "文件用的是1904日期系统，日期会差四年。请在“选项-高级”里取消后再保存。",
            "The workbook counts dates from 1904. Switch that off in its options and save it again."),
    TOO_MANY_ROWS(
            422,
            "file.tooManyRows",
            "超过2万行。请分成几个文件。",
            "More than 20,000 rows. Split the file."),
    TOO_MANY_COLUMNS(
            422,
            "file.tooManyColumns",
            "超过60列。请删去多余的列。",
            "More than 60 columns. Remove those that are not needed."),
    QUOTES(
            422,
            "file.quotes",
            "CSV 里的引号没有配对，不知道格子到哪里结束。请用表格软件重新保存。",
            "A quotation mark in the CSV has no partner, so cells have no end. Save it again from a spreadsheet.");

    private final transient Problem problem;

    Refusal(int status, String code, String chinese, String english) {
        problem = Problem.of(status, code, chinese, english);
    }

    Refused refused() {
        return new Refused(problem);
    }
}
