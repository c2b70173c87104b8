namespace CustomerInsight.Core.Tests;

/// <summary>The standardizers' short ways for plain values say what the long way says.</summary>
public sealed class ShortcutTests
{
    private static readonly SourceConventions British = new() { PhoneCountryCode = "44" };

    private static readonly Arbitrary<string> Ascii = Gen.Elements("abzABZ019 '`-.,/#\t\n\u0001\u007F\"&".ToCharArray()).ArrayOf().Select(static units => new string(units)).ToArbitrary();

    private static readonly Arbitrary<string> NearPlaceholders = Gen.Elements("n/a", "#n/a", "n.a.", "n/k", "None", "no name", "test", "Test User", "un known", "'unknown'", " NULL ", "not  known")
        .ToArbitrary();

    private static readonly Arbitrary<string> Dates =
        (from year in Gen.Choose(95, 3005)
         from month in Gen.Choose(0, 13)
         from day in Gen.Choose(0, 32)
         select $"{year:0000}-{month:00}-{day:00}").ToArbitrary();

    private static readonly Arbitrary<string> Digits = Gen.Elements("0123456789".ToCharArray()).ArrayOf().Select(static units => new string(units)).ToArbitrary();

    private static readonly Arbitrary<string> Addresses = Gen.Elements("ab.@<>: mailto:+-_1".ToCharArray()).ArrayOf().Select(static units => new string(units)).ToArbitrary();

    [Fact]
    public void Words_Ascii_AsByFoldingAndTakingApart() => Prop.ForAll(Ascii, static value => AgreeOnWords(value)).Check(Quick.Tests(3_000));

    [Fact]
    public void Words_Placeholders_AsByFoldingAndTakingApart() => Prop.ForAll(NearPlaceholders, static value => AgreeOnWords(value)).Check(Quick.Tests(100));

    [Fact]
    public void Date_AsItWouldBeWritten_AsWithABlankBehind() => Prop.ForAll(Dates, static value => Agree(new DateStandardizer(), value, value + " ")).Check(Quick.Tests(2_000));

    [Fact]
    public void Phone_DigitsAlone_AsWithABlankBehind() => Prop.ForAll(Digits, static value => Agree(new PhoneStandardizer(), value, value + " ")).Check(Quick.Tests(1_000));

    [Fact]
    public void Email_Plain_AsWithABlankOfAnotherKindBehind() => Prop.ForAll(Addresses, static value => Agree(new EmailStandardizer(), value, value + "\u00A0")).Check(Quick.Tests(2_000));

    private static bool Agree(IStandardizer standardizer, string plain, string same) =>
        new[] { SourceConventions.Default, British }.All(conventions => standardizer.Standardize(plain, conventions) == standardizer.Standardize(same, conventions));

    private static bool AgreeOnWords(string value) => new[] { false, true }.All(ofPerson => Words.Standardize(value, ofPerson) == LongWay(value, ofPerson));

    private static StandardizedValue LongWay(string value, bool ofPerson)
    {
        string folded = TextFolding.Fold(value);
        var words = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        bool says = !Placeholders.Contains(folded) && Words.Append(folded, ofPerson, ref words);
        return says && !(ofPerson ? Placeholders.ContainsName(words.Text) : Placeholders.Contains(words.Text)) ? new(words.Text.ToString()) : StandardizedValue.Rejected;
    }
}
