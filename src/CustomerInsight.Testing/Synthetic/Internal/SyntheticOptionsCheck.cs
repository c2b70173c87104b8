using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Refuses options out of which no customers can be made.</summary>
internal static class SyntheticOptionsCheck
{
    public static void Check(SyntheticOptions options)
    {
        Range(options.Records, 1, 10_000_000, nameof(options.Records));
        Range(options.ChineseShare, 0, 1, nameof(options.ChineseShare));
        Range(options.ErrorRate, 0, 10, nameof(options.ErrorRate));
        Range(options.MissingRate, 0, 10, nameof(options.MissingRate));
        Range(options.DuplicateShare, 0, 1, nameof(options.DuplicateShare));
        Range(options.FurtherRecordShare, 0, 0.95, nameof(options.FurtherRecordShare));
        Range(options.MaximumRecordsPerPerson, 1, 1_000, nameof(options.MaximumRecordsPerPerson));
        Range(options.SharedHouseholdShare, 0, 1, nameof(options.SharedHouseholdShare));
        Range(options.RefundShare, 0, 1, nameof(options.RefundShare));
        Range(options.ZeroAmountShare, 0, 1, nameof(options.ZeroAmountShare));
        Above(options.PurchaseR, 0, nameof(options.PurchaseR));
        Above(options.PurchaseAlphaDays, 0, nameof(options.PurchaseAlphaDays));
        Above(options.DropOutA, 0, nameof(options.DropOutA));
        Above(options.DropOutB, 0, nameof(options.DropOutB));
        Above(options.SpendP, 0, nameof(options.SpendP));
        Above(options.SpendQ, 1, nameof(options.SpendQ));
        Above(options.SpendGamma, 0, nameof(options.SpendGamma));
        Require(options.To > options.From, $"{nameof(options.To)} is not after {nameof(options.From)}, so nothing could happen. Give at least one day.", nameof(options.To));
        Require(Money.IsCurrencyCode(options.Currency), "The currency is not a code of three capital letters. Use one of ISO 4217, such as GBP.", nameof(options.Currency));
        Require(options.Sources.Count > 0, "There is no source for the records to come from. Give at least one.", nameof(options.Sources));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntheticSource source in options.Sources)
        {
            Require(source is not null, "A source is null.", nameof(options.Sources));
            Require(!string.IsNullOrWhiteSpace(source!.Name) && names.Add(source.Name), $"The source name '{source.Name}' is blank or used twice. Give each source a name of its own.", nameof(options.Sources));
            Source(source);
        }
    }

    private static void Source(SyntheticSource source)
    {
        string of = $" of source '{source.Name}'";
        Above(source.Share, 0, nameof(source.Share) + of);
        Range(source.TrustRank, 0, int.MaxValue, nameof(source.TrustRank) + of);
        Range(source.MissingRate, 0, 1, nameof(source.MissingRate) + of);
        Range(source.TypoRate, 0, 1, nameof(source.TypoRate) + of);
        Range(source.RomanizedShare, 0, 1, nameof(source.RomanizedShare) + of);
        Require(Enum.IsDefined(source.PhoneStyle), $"The phone style{of} is none of {nameof(SyntheticPhoneStyle)}.", nameof(source.PhoneStyle));
        Require(source.WeChatAppId is null || !string.IsNullOrWhiteSpace(source.WeChatAppId), $"The AppId{of} is blank. Use null for a source without WeChat.", nameof(source.WeChatAppId));
        bool named = false;
        foreach (string attribute in source.Attributes)
        {
            Require(SyntheticAttributes.IsKnown(attribute), $"'{attribute}'{of} is no synthetic attribute. Use the names in {nameof(SyntheticAttributes)}.", nameof(source.Attributes));
            named |= attribute is SyntheticAttributes.GivenName or SyntheticAttributes.FamilyName or SyntheticAttributes.FullName;
        }

        Require(named, $"No attribute{of} is a name of a person. Add a given, family or full name.", nameof(source.Attributes));
        Require(source.Attributes.Distinct(StringComparer.Ordinal).Count() == source.Attributes.Count, $"An attribute{of} is listed twice. List each once.", nameof(source.Attributes));
        Require(!string.IsNullOrWhiteSpace(source.DateFormat), $"The date format{of} is blank. Use one such as yyyy-MM-dd.", nameof(source.DateFormat));
        try
        {
            _ = new DateOnly(2000, 1, 1).ToString(source.DateFormat, CultureInfo.InvariantCulture);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException($"The date format '{source.DateFormat}'{of} is not one that .NET can write a date in. Use one such as yyyy-MM-dd.", nameof(source), exception);
        }
    }

    private static void Range(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Expected a number from {least} to {most}."));
        }
    }

    private static void Above(double value, double bound, string name)
    {
        if (!(value > bound && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Expected a finite number above {bound}."));
        }
    }

    private static void Require(bool holds, string message, string name)
    {
        if (!holds)
        {
            throw new ArgumentException(message, name);
        }
    }
}
