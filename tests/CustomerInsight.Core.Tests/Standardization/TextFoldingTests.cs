namespace CustomerInsight;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("already folded: a-z 0-9", "already folded: a-z 0-9")]
    [InlineData("MÜLLER", "muller")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Ægir Øystein", "aegir oystein")]
    [InlineData("Đorđe Łukasz", "dorde lukasz")]
    [InlineData("Þórr Œuvre Ðavid", "thorr oeuvre david")]
    [InlineData("İstanbul ılık", "istanbul ilik")]
    [InlineData("Nguyễn Thị Ánh", "nguyen thi anh")]
    [InlineData("Jose\u0301", "jose")]
    [InlineData("José", "jose")]
    [InlineData("ŠČŽ ĂȘȚ ŐŰ ƠƯ", "scz ast ou ou")]
    [InlineData("Ｆｕｌｌ　Ｗｉｄｔｈ　１２３＠", "full width 123@")]
    [InlineData("“O’Brien” – „x‟ ‑ ―", "\"o'brien\" - \"x\" - -")]
    [InlineData("Ёлкин Й", "елкин и")]
    [InlineData("Г\u0306", "г")]
    [InlineData("ΓΙΏΡΓΟΣ Γιώργος", "γιωργοσ γιωργοσ")]
    [InlineData("ᾧ", "ω")]
    [InlineData("张三 東京 カナ", "张三 东京 カナ")]
    [InlineData("陳 劉 戶 戸 說 説 錢鍾書", "陈 刘 户 户 说 说 钱钟书")]
    [InlineData("乾隆 魏徵 郎\uF92C", "乾隆 魏徵 郎郎")]
    [InlineData("عبد الله", "عبد الله")]
    [InlineData("ﬁnal ŉ ǆ", "final n dz")]
    [InlineData("K Å Ω", "k a ω")]
    [InlineData("a\u200Bb\u00ADc\0d", "abcd")]
    [InlineData("a\tb\u00A0c", "a b c")]
    [InlineData("٢٠٢٤", "2024")]
    [InlineData("渡\U000E0100邉\uFE00", "渡邉")]
    [InlineData("", "")]
    public void Fold_Text_FoldsAwayWhatDoesNotTellTextsApart(string text, string expected) => Assert.Equal(expected, TextFolding.Fold(text));

    [Fact]
    public void Fold_NothingToFold_GivesTheSameObject()
    {
        string ascii = string.Concat("plain", " text");
        string han = string.Concat("张", "三");

        Assert.Same(ascii, TextFolding.Fold(ascii));
        Assert.Same(han, TextFolding.Fold(han));
    }

    [Fact]
    public void Fold_LowerCaseAscii_DoesNotAllocate()
    {
        _ = TextFolding.Fold("warm up");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _ = TextFolding.Fold("katherine o'brien-jones 12");
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Fold_EveryCharacter_FoldsToWhatStaysAsItIs()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            string once = TextFolding.Fold(((char)unit).ToString());
            Assert.True(TextFolding.Fold(once) == once, $"U+{unit:X4} changes twice.");
        }
    }

    [Fact]
    public void Fold_EveryLatinLetterOfTheTables_HasNoDiacriticLeft()
    {
        for (int unit = 0xC0; unit < 0x180; unit++)
        {
            string folded = TextFolding.Fold(((char)unit).ToString());
            bool isSign = unit is 0xD7 or 0xF7;
            Assert.True(isSign || folded.All(char.IsAsciiLetterLower), $"U+{unit:X4} does not fold to ASCII letters.");
        }
    }

    [Fact]
    public void Fold_CaseOfAnyLetter_DoesNotMatter()
    {
        for (int unit = 0xA0; unit < 0x530; unit++)
        {
            char letter = (char)unit;
            char lower = char.ToLowerInvariant(letter);
            Assert.True(TextFolding.Fold(letter.ToString()) == TextFolding.Fold(lower.ToString()), $"U+{unit:X4} and its lower case fold differently.");
        }
    }

    [Fact]
    public void Fold_AnyText_ChangesNothingTheSecondTime() =>
        Prop.ForAll(NastyText.Any, static text => TextFolding.Fold(TextFolding.Fold(text)) == TextFolding.Fold(text)).Check(Quick.Tests(2_000));

    [Fact]
    public void Fold_LongText_IsFoldedWhole() => Assert.Equal(new string('e', 5_000), TextFolding.Fold(new string('É', 5_000)));

    [Fact]
    public void Fold_Null_Throws() => Assert.Throws<ArgumentNullException>(static () => TextFolding.Fold(null!));
}
