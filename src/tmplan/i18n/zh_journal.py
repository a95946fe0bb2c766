"""Chinese sentences of the record."""

from collections.abc import Mapping
from typing import Final

JOURNAL: Final[Mapping[str, str]] = {
    "{path} has a second name, so something else could write into it": "{path} 还有另一个硬链接，别的程序可能会写入它",
    "remove the other hard link, or copy the records to a new folder": "请删除另一个硬链接，或把记录复制到新文件夹",
    "{path} belongs to another account": "{path} 属于另一个账户",
    "use the account that made it, or copy the records to a folder of your own": "请使用创建它的账户，或把记录复制到自己的文件夹",
    "another process is writing into this record: {holder}": "另一个进程正在写这份记录：{holder}",
    "wait until it has ended, or end it; what it recorded is safe": "请等它结束，或结束它；它已记下的内容是安全的",
    "the journal {file} is shorter than it was a moment ago": "日志 {file} 比刚才变短了",
    "nothing was written; start again, and the record goes on in a new file": "没有写入任何内容；请重新启动，记录会在新文件中继续",
    "{path} is there already; an incident is opened once": "{path} 已经存在；一起事件只能启动一次",
    "NOT SAVED: the record {path} cannot be made ({reason})": "未保存：无法建立记录 {path} ({reason})",
    "choose another place with --records": "请用 --records 另选位置",
    "the record {path} cannot be read ({reason})": "无法读取记录 {path} ({reason})",
    "name the folder of an incident, as incident list shows it": "请给出事件的文件夹，见 incident list",
    "NOT SAVED: the record {path} cannot be written ({reason})": "未保存：无法写入记录 {path} ({reason})",
    "nothing was changed; write the act down by hand until it can": "没有任何改动；在恢复之前请先用纸笔记下",
    "NOT SAVED: an earlier entry was interrupted; begin again": "未保存：上一条记录被中断；请重新开始",
    "NOT SAVED: the entry is longer than 64 KiB": "未保存：这条记录超过 64 KiB",
    "shorten it, or attach the text as a file": "请缩短内容，或把文字作为文件附上",
    "NOT SAVED for certain ({reason}); the record may show it or not. Write this down by "
    "hand: {text}": "不能确定是否已保存 ({reason})；记录中可能有，也可能没有。请用纸笔记下：{text}",
    "free some space or choose another disk, then look at the record first": "请腾出空间或换一块磁盘，然后先查看记录",
    "NOT SAVED ({reason}). Write this down by hand: {text}": "未保存（{reason}）。请用纸笔记下：{text}",
    "free some space or choose another disk, then enter it again": "请腾出空间或换一块磁盘，然后重新录入",
    "{file}, line {line}: these are not the bytes that were written": "{file} 第 {line} 行：内容与写入时不一致",
    "{file}, line {line}: it does not follow from the line before; one of the two was "
    "rewritten": "{file} 第 {line} 行：与上一行接不上，两行之一被改写过",
    "{file}, line {line}: it stands in another place than it was written": "{file} 第 {line} 行：不在原来写入的位置",
    "{file}, line {line}: its number was used before": "{file} 第 {line} 行：序号已被用过",
    "{file}, line {line}: entries {first} to {last} are missing before it": "{file} 第 {line} 行：之前缺少第 {first} 至 {last} 条记录",
    "{file}: entry {seq} is missing, which {other}, line {there}, had seen": "{file}：缺少第 {seq} 条记录，而 {other} 第 {there} 行曾见过它",
    "{file}: entry {seq} is not the one that {other}, line {there}, had seen": "{file}：第 {seq} 条记录不是 {other} 第 {there} 行见过的那一条",
    "{file} and {other} are of one writer and differ": "{file} 与 {other} 属于同一写入者，内容却不同",
    "{file}, line {line}: it belongs to another record or writer": "{file} 第 {line} 行：属于另一份记录或另一写入者",
    "{file} belongs to another record, {incident}": "{file} 属于另一份记录 {incident}",
    "{file} cannot be read, or is no regular file": "{file} 无法读取，或不是普通文件",
    "{file}, line {line}: unfinished, {bytes} bytes without an end": "{file} 第 {line} 行：没有写完，有 {bytes} 字节没有结尾",
    "no entry {seq} with the hash {hash}: the record was cut or computed anew since that "
    "head was noted, or the head is of another record": (
        "没有哈希为 {hash} 的第 {seq} 条记录：自从记下这个头之后，记录被截断或整体重算过，或"
        "者它是另一份记录的头"
    ),
    "{anchor} is no anchor": "{anchor} 不是锚点",
    "an anchor is the head as it was printed: a number, a colon and at least 8 digits of "
    "the hash, such as 12:0123456789ab": "锚点就是当时印出的头：序号、冒号和至少 8 位哈希，例如 12:0123456789ab",
    "A chain does not show that lines are missing at its end; a head noted before does.": "哈希链看不出末尾缺了行；要与先前记下的头核对才知道。",
    "A chain does not show that a file was computed anew; a head kept elsewhere does.": "哈希链看不出整个文件被重新计算过；要与保存在别处的头核对才知道。",
    "Names and times are as the machine was told; nothing here proves who typed them.": "姓名和时间以录入和本机时钟为准；这里无法证明是谁录入的。",
}
