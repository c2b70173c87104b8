using System.Globalization;

namespace CustomerInsight.Testing.Tests;

public class DeterminismTests
{
    private static readonly SyntheticOptions Options = new() { Seed = 20_24, Records = 3_000 };

    // Changes with every change of the generator, on purpose: hosts compare runs by seed.
    private const ulong Expected = 6022773265511639888;

    [Fact]
    public void Generate_FixedSeed_GivesTheSameBytesForEver() => Assert.Equal(Expected, Fingerprint.Of(SyntheticCustomers.Generate(Options)));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    public void Generate_OtherCulture_GivesTheSameBytes(string culture)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(Expected, Fingerprint.Of(SyntheticCustomers.Generate(Options)));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Generate_FromManyThreads_GivesTheSameBytes()
    {
        SyntheticData shared = SyntheticCustomers.Generate(Options);
        ulong[] prints = new ulong[8];

        Parallel.For(0, prints.Length, i => prints[i] = Fingerprint.Of(i % 2 == 0 ? shared : SyntheticCustomers.Generate(Options)));

        Assert.All(prints, static print => Assert.Equal(Expected, print));
    }

    [Fact]
    public void Generate_OtherSeed_GivesOthers() => Prop.ForAll<uint, uint>(static (one, other) => one == other
        || Fingerprint.OfRecords(Small(one)) != Fingerprint.OfRecords(Small(other))).Check(Quick.Tests(50));

    [Fact]
    public void Records_ActivitiesAskedForOrNot_AreTheSame()
    {
        SyntheticData asked = SyntheticCustomers.Generate(Options);
        Assert.NotEmpty(asked.Activities);

        Assert.Equal(Fingerprint.OfRecords(SyntheticCustomers.Generate(Options)), Fingerprint.OfRecords(asked));
    }

    [Fact]
    public void Records_OtherPurchaseParameters_AreTheSame() => Assert.Equal(
        Fingerprint.OfRecords(SyntheticCustomers.Generate(Options)),
        Fingerprint.OfRecords(SyntheticCustomers.Generate(Options with { PurchaseR = 2, SpendP = 3, RefundShare = 0 })));

    private static SyntheticData Small(uint seed) => SyntheticCustomers.Generate(new SyntheticOptions { Seed = seed, Records = 30 });
}
