using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CustomerInsight.Matching.Tests;

public class PinyinTests
{
    [Theory]
    [InlineData("王小明", "wang xiao ming")]
    [InlineData("諸葛亮", "zhu ge liang")]
    [InlineData("诸葛亮", "zhu ge liang")]
    [InlineData("吕布", "lu bu")]
    [InlineData("鄂尔多斯", "e er duo si")]
    [InlineData("王xm", "wang xm")]
    [InlineData("xm王", "xm wang")]
    [InlineData("li 雷", "li lei")]
    [InlineData("李·雷", "li·lei")]
    [InlineData("𫖯", "fu")]
    [InlineData("김민수", "김민수")]
    [InlineData("さくら", "さくら")]
    [InlineData("", "")]
    public void Of_KnownTexts_ReadsThem(string text, string pinyin) => Assert.Equal(pinyin, Pinyin.Of(text));

    [Theory]
    [InlineData("单田芳", "shan tian fang")]
    [InlineData("仇英", "qiu ying")]
    [InlineData("查良鏞", "zha liang yong")]
    [InlineData("解缙", "xie jin")]
    [InlineData("曾国藩", "zeng guo fan")]
    [InlineData("尉迟恭", "yu chi gong")]
    [InlineData("尉遲恭", "yu chi gong")]
    [InlineData("长孙无忌", "zhang sun wu ji")]
    [InlineData("万俟卨", "mo qi xie")]
    [InlineData("万里", "wan li")]
    [InlineData("覃", "qin")]
    [InlineData("区", "ou")]
    [InlineData("朴树", "piao shu")]
    [InlineData("王单", "wang dan")]
    [InlineData("Ann Lee", "Ann Lee")]
    public void OfName_KnownFamilyNames_ReadsThemAsNames(string name, string pinyin) => Assert.Equal(pinyin, Pinyin.OfName(name));

    [Fact]
    public void Of_TextWithoutChineseCharacters_IsTheSameObjectAndAllocatesNothing()
    {
        const string text = "Katherine Müller";
        Assert.Same(text, Pinyin.Of(text));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _ = Pinyin.OfName(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Of_ReadText_ChangesNothingMore() =>
        Prop.ForAll(Gen.Elements("王小明单 ab-é𬱖김\ud800".ToCharArray()).ArrayOf().Select(units => new string(units)).ToArbitrary(), text =>
            Pinyin.Of(Pinyin.Of(text)) == Pinyin.Of(text)).Check(Quick.Tests(500));

    /// <summary>
    /// The table against digests of Unihan_Readings.txt 15.0.0 itself, made without this project's code: SHA-256 of one line
    /// "XXXX syllable" for every character of the block, in order, that has a kMandarin.
    /// </summary>
    [Theory]
    [InlineData(0x3400, 0x4DBF, 5_775, "cee07a2e4adef092267266eaab984dc2d8d84b3332a9df1e78f3c5a0d10da1fd")]
    [InlineData(0x4E00, 0x9FFF, 20_901, "06e6cc2356afd798fd29cb49349536e5ee5cb789493b6f1e5d3d91e0068a45f1")]
    public void Table_EveryCharacterOfABlock_HasTheReadingOfUnihan(int first, int last, int count, string digest)
    {
        var lines = new StringBuilder();
        int found = 0;
        for (int c = first; c <= last; c++)
        {
            if (PinyinSyllables.FirstOfUnihan(new Rune(c)) is { } syllable)
            {
                found++;
                lines.Append(CultureInfo.InvariantCulture, $"{c:X4} {syllable}\n");
            }
        }

        Assert.Equal(count, found);
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString()))));
    }
}
