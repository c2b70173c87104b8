using System.Globalization;

namespace CustomerInsight.Testing.Tests;

public class StandardizerLawsTests
{
    private static readonly string[] Values = ["Mary", "", "  Iris ", "O'BRIEN"];

    [Fact]
    public void Check_LawfulStandardizer_Passes() => StandardizerLaws.Check(new Fake(Fold), Values);

    [Fact]
    public void Check_NoValues_StillTriesMadeUpTexts()
    {
        var fake = new Fake(Fold);

        StandardizerLaws.Check(fake, [], generatedTexts: 500);

        Assert.True(fake.Calls > 1_500, $"{fake.Calls} calls");
    }

    [Fact]
    public void Check_BlankValues_AreNeverHandedOver() =>
        StandardizerLaws.Check(new Fake(static value => string.IsNullOrWhiteSpace(value) ? throw new InvalidOperationException() : Fold(value)), ["", " ", "\t"]);

    [Fact]
    public void Check_Conventions_ReachTheStandardizer()
    {
        var british = new SourceConventions { PhoneCountryCode = "44" };
        var fake = new Fake(Fold);

        StandardizerLaws.Check(fake, Values, british);

        Assert.Same(british, fake.Conventions);
    }

    [Fact]
    public void Check_NotIdempotent_IsL1() =>
        AssertViolation("L1", "value 0 of those given", static value => new StandardizedValue(value + "x"));

    [Fact]
    public void Check_Stateful_IsL17()
    {
        int calls = 0;
        AssertViolation("L17", "second call", _ => new StandardizedValue("constant", calls++ % 2 == 0 ? StandardizationNote.None : StandardizationNote.AssumedDate));
    }

    [Fact]
    public void Check_CultureDependent_IsL17() =>
        AssertViolation("L17", "under the culture tr-TR", static value => new StandardizedValue(value.Trim().ToUpper(Thread.CurrentThread.CurrentCulture)), "iris");

    [Fact]
    public void Check_Throwing_IsAgainstTheContract()
    {
        LawViolationException violation = AssertViolation(LawViolationException.Contract, "throws FormatException",
            static value => new StandardizedValue(DateOnly.Parse(value, CultureInfo.InvariantCulture).ToString("O", CultureInfo.InvariantCulture)));

        Assert.IsType<FormatException>(violation.InnerException);
    }

    [Fact]
    public void Check_ThrowingForASurrogateOnly_IsFoundByMadeUpTexts()
    {
        LawViolationException violation = AssertViolation(LawViolationException.Contract, "made-up text [", static value =>
            value.Any(char.IsSurrogate) ? throw new ArgumentException("no") : new StandardizedValue(value));

        Assert.Matches(@"\[([0-9A-F]{4} ?)+(…, [0-9]+ UTF-16 units)?\]", violation.Message);
    }

    [Fact]
    public void Check_BlankResult_IsAgainstTheContract() => AssertViolation(LawViolationException.Contract, "blank value", static _ => new StandardizedValue(" "));

    [Fact]
    public void Check_SilentlyDropping_IsAgainstTheContract() => AssertViolation(LawViolationException.Contract, "no value with the note None", static _ => new StandardizedValue(null));

    [Fact]
    public void Check_RejectingButGiving_IsAgainstTheContract() =>
        AssertViolation(LawViolationException.Contract, "a value with the note Rejected", static value => new StandardizedValue(value, StandardizationNote.Rejected));

    [Fact]
    public void Message_OfAnyViolation_HoldsNoGivenValue()
    {
        LawViolationException violation = Assert.Throws<LawViolationException>(() => StandardizerLaws.Check(new Fake(static value => new StandardizedValue(value + "!")), ["Zaphod"]));

        Assert.DoesNotContain("Zaphod", violation.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("'fake'", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NegativeCount_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardizerLaws.Check(new Fake(Fold), [], generatedTexts: -1));

    [Fact]
    public void NastyText_SameSeed_IsTheSameAndHoldsWhatBreaksParsers()
    {
        string[] texts = [.. NastyText.Generate(new SeededRandom(1), 2_000)];

        Assert.Equal(NastyText.Generate(new SeededRandom(1), 2_000), texts);
        Assert.NotEqual(NastyText.Generate(new SeededRandom(2), 2_000), texts);
        Assert.Contains("\uD800", texts);
        Assert.Contains("\0", texts);
        Assert.Contains(texts, static text => text.Length > 4_000);
        Assert.DoesNotContain(texts, string.IsNullOrWhiteSpace);
    }

    private static LawViolationException AssertViolation(string law, string message, Func<string, StandardizedValue> standardize, params string[] values)
    {
        LawViolationException violation = Assert.Throws<LawViolationException>(() => StandardizerLaws.Check(new Fake(standardize), values.Length == 0 ? ["Mary"] : values));
        Assert.Equal(law, violation.Law);
        Assert.StartsWith(law + ": ", violation.Message, StringComparison.Ordinal);
        Assert.Contains(message, violation.Message, StringComparison.Ordinal);
        return violation;
    }

    private static StandardizedValue Fold(string value) => new(value.Trim().ToUpperInvariant().Trim());

    private sealed class Fake(Func<string, StandardizedValue> standardize) : IStandardizer
    {
        public string Name => "fake";

        public int Version => 1;

        public int Calls { get; private set; }

        public SourceConventions? Conventions { get; private set; }

        public StandardizedValue Standardize(string value, SourceConventions conventions)
        {
            Calls++;
            Conventions = conventions;
            return standardize(value);
        }
    }
}
