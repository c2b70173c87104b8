namespace CustomerInsight.Models.Tests;

public sealed class TraitValueTests
{
    private static readonly TraitValue[] All =
    [
        TraitValue.Missing, TraitValue.Of(0d), TraitValue.Of(1.5), TraitValue.Of("a"), TraitValue.Of("b"), TraitValue.Of(new DateOnly(1, 1, 1)), TraitValue.Of(new DateOnly(2024, 12, 31)),
        TraitValue.Of(false), TraitValue.Of(true), TraitValue.OfTexts([]), TraitValue.OfTexts(["a"]), TraitValue.OfTexts(["a", "b"]),
    ];

    [Fact]
    public void Equality_OfEveryPair_IsThatOfTheValue()
    {
        for (int i = 0; i < All.Length; i++)
        {
            for (int j = 0; j < All.Length; j++)
            {
                Assert.Equal(i == j, All[i] == All[j]);
                Assert.Equal(i != j, All[i] != All[j]);
            }
        }

        Assert.Equal(TraitValue.OfTexts(["a", "b"]), TraitValue.OfTexts(["b", null, "a", " ", "b"]));
        Assert.Equal(TraitValue.OfTexts(["a", "b"]).GetHashCode(), TraitValue.OfTexts(["b", "a"]).GetHashCode());
        Assert.Equal(TraitValue.Of("a").GetHashCode(), ((TraitValue)"a").GetHashCode());
    }

    [Fact]
    public void Of_NothingToSay_IsMissing()
    {
        Assert.All(
            [TraitValue.Of(double.NaN), double.NegativeInfinity, TraitValue.Of((double?)null), "", " \t", TraitValue.Of((string?)null), TraitValue.Of((DateOnly?)null), TraitValue.Of((bool?)null), TraitValue.OfTexts(null)],
            (TraitValue value) => Assert.True(value.IsMissing && value.Kind is null && value == default));
    }

    [Fact]
    public void Values_AskedForAnotherKind_SayWhichTheyAre()
    {
        Assert.Contains("of kind Number, not Text", Assert.Throws<InvalidOperationException>(() => TraitValue.Of(1d).Text).Message, StringComparison.Ordinal);
        Assert.Contains("is missing", Assert.Throws<InvalidOperationException>(() => TraitValue.Missing.Flag).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => TraitValue.Of("a").Number);
        Assert.Throws<InvalidOperationException>(() => TraitValue.Of("a").Date);
        Assert.Throws<InvalidOperationException>(() => TraitValue.Of("a").Texts);
    }

    [Fact]
    public void Describe_EachKind_WritesTheValueAndToStringDoesNot()
    {
        Assert.Equal(["not known", "0", "1.5", "'a'", "'b'", "0001-01-01", "2024-12-31", "no", "yes", "none", "'a'", "'a', 'b'"], All.Select(value => value.Describe()));
        Assert.Equal("1,234,567.1235", TraitValue.Of(1234567.12345).Describe());
        Assert.Equal(["Missing", "Number", "Number", "Text", "Text", "Date", "Date", "Flag", "Flag", "Texts", "Texts", "Texts"], All.Select(value => value.ToString()));
    }
}
