using System.Globalization;

namespace CustomerInsight.Testing.Tests;

/// <summary>One number out of everything that was generated.</summary>
internal static class Fingerprint
{
    public static ulong Of(SyntheticData data)
    {
        ulong hash = OfRecords(data);
        foreach (CustomerActivity activity in data.Activities)
        {
            hash = Add(hash, activity.Key.ToString());
            hash = Add(hash, $"{activity.Customer.Type}|{activity.Customer.Scope}|{activity.Customer.Value}|{activity.Type}|{activity.Order}");
            hash = Add(hash, activity.At.UtcTicks.ToString(CultureInfo.InvariantCulture));
            hash = Add(hash, activity.Value!.Value.Amount.ToString(CultureInfo.InvariantCulture) + activity.Value.Value.Currency);
        }

        foreach (PurchaseTruth truth in data.PurchaseTruth)
        {
            hash = StableHash.Combine(hash, (ulong)truth.FirstPurchaseAt.UtcTicks);
            hash = StableHash.Combine(hash, (ulong)(truth.AliveUntil?.UtcTicks ?? 0));
            hash = StableHash.Combine(hash, (ulong)truth.RepeatPurchases);
            hash = StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(truth.PurchasesPerDay));
            hash = StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(truth.DropOutProbability));
            hash = StableHash.Combine(hash, BitConverter.DoubleToUInt64Bits(truth.MeanSpend));
        }

        return hash;
    }

    public static ulong OfRecords(SyntheticData data)
    {
        ulong hash = 0;
        for (int i = 0; i < data.Records.Count; i++)
        {
            SourceRecord record = data.Records[i];
            hash = Add(hash, record.Key.ToString());
            hash = StableHash.Combine(hash, (ulong)record.ObservedAt!.Value.UtcTicks);
            hash = StableHash.Combine(hash, (ulong)data.PersonOf(i));
            foreach (AttributeValues values in record.Values)
            {
                hash = values.Aggregate(StableHash.Combine(hash, (ulong)values.Count), Add);
            }

            foreach (Identifier identifier in record.Identifiers)
            {
                hash = Add(hash, $"{identifier.Type}|{identifier.Scope}|{identifier.Value}");
            }
        }

        foreach (SyntheticPerson person in data.People)
        {
            hash = StableHash.Combine(hash, ((ulong)person.Household << 1) | (person.IsChinese ? 1UL : 0));
        }

        return hash;
    }

    private static ulong Add(ulong hash, string text) => StableHash.Combine(hash, StableHash.Of(text));
}
