namespace CustomerInsight.Testing.Tests;

public class SyntheticOptionsTests
{
    public static TheoryData<string, SyntheticOptions> OutOfRange => new()
    {
        { "Records", new() { Records = 0 } },
        { "ChineseShare", new() { ChineseShare = 1.1 } },
        { "ChineseShare", new() { ChineseShare = double.NaN } },
        { "ErrorRate", new() { ErrorRate = -0.1 } },
        { "MissingRate", new() { MissingRate = 11 } },
        { "DuplicateShare", new() { DuplicateShare = 2 } },
        { "FurtherRecordShare", new() { FurtherRecordShare = 1 } },
        { "MaximumRecordsPerPerson", new() { MaximumRecordsPerPerson = 0 } },
        { "SharedHouseholdShare", new() { SharedHouseholdShare = -1 } },
        { "RefundShare", new() { RefundShare = 1.5 } },
        { "ZeroAmountShare", new() { ZeroAmountShare = -1 } },
        { "PurchaseR", new() { PurchaseR = 0 } },
        { "PurchaseAlphaDays", new() { PurchaseAlphaDays = double.PositiveInfinity } },
        { "DropOutA", new() { DropOutA = 0 } },
        { "DropOutB", new() { DropOutB = -2 } },
        { "SpendP", new() { SpendP = 0 } },
        { "SpendQ", new() { SpendQ = 1 } },
        { "SpendGamma", new() { SpendGamma = 0 } },
        { "Share", With(SyntheticSource.Crm with { Share = 0 }) },
        { "TrustRank", With(SyntheticSource.Crm with { TrustRank = -1 }) },
        { "MissingRate", With(SyntheticSource.Crm with { MissingRate = 1.01 }) },
        { "TypoRate", With(SyntheticSource.Crm with { TypoRate = -1 }) },
        { "RomanizedShare", With(SyntheticSource.Crm with { RomanizedShare = 2 }) },
    };

    public static TheoryData<string, SyntheticOptions> Contradictory => new()
    {
        { "To is not after From", new() { From = new(2024, 1, 1), To = new(2024, 1, 1) } },
        { "three capital letters", new() { Currency = "gbp" } },
        { "no source", new() { Sources = [] } },
        { "used twice", new() { Sources = [SyntheticSource.Crm, SyntheticSource.Crm] } },
        { "blank or used twice", With(SyntheticSource.Crm with { Name = " " }) },
        { "no synthetic attribute", With(SyntheticSource.Crm with { Attributes = ["family_name", "shoe_size"] }) },
        { "listed twice", With(SyntheticSource.Crm with { Attributes = ["family_name", "family_name"] }) },
        { "name of a person", With(SyntheticSource.Crm with { Attributes = ["email"] }) },
        { "AppId", With(SyntheticSource.Crm with { WeChatAppId = "" }) },
        { "date format", With(SyntheticSource.Crm with { DateFormat = "" }) },
        { "date format", With(SyntheticSource.Crm with { DateFormat = "HH:mm" }) },
        { "phone style", With(SyntheticSource.Crm with { PhoneStyle = (SyntheticPhoneStyle)9 }) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Generate_OptionOutOfRange_IsRefusedByName(string name, SyntheticOptions options) =>
        Assert.StartsWith(name, Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticCustomers.Generate(options)).ParamName);

    [Theory]
    [MemberData(nameof(Contradictory))]
    public void Generate_Contradiction_IsRefusedWithAReason(string reason, SyntheticOptions options) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => SyntheticCustomers.Generate(options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Generate_NoOptions_IsRefused() => Assert.Throws<ArgumentNullException>(() => SyntheticCustomers.Generate(null!));

    [Fact]
    public void Options_SameSettings_AreEqual() =>
        Assert.Equal(new SyntheticOptions { Sources = [SyntheticSource.Shop] }, new SyntheticOptions { Sources = [SyntheticSource.Shop with { }] });

    [Fact]
    public void Generate_AnySmallOptions_GivesAsManyRecordsAsAskedFor() => Prop.ForAll(
        Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(0, 10).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(),
        static (records, tenths, most) =>
        {
            double share = tenths / 10.0;
            SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions
            {
                Seed = (ulong)(records + most),
                Records = records,
                ChineseShare = share,
                DuplicateShare = share,
                SharedHouseholdShare = share,
                MissingRate = 10 * share,
                ErrorRate = 10 * share,
                MaximumRecordsPerPerson = most,
            });
            return data.Records.Count == records
                && data.Truth.Count == records
                && data.Truth.Values.Distinct().Count() == data.People.Count
                && data.Truth.Values.GroupBy(static person => person).All(group => group.Count() <= most)
                && data.PurchaseTruth.Count == data.People.Count;
        }).Check(Quick.Tests(200));

    private static SyntheticOptions With(SyntheticSource source) => new() { Sources = [source] };
}
