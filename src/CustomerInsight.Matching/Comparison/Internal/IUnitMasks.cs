namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern of up to 64 units, as the bits of a word.</summary>
internal interface IUnitMasks
{
    /// <summary>The places of a unit: bit i stands for the pattern's unit i.</summary>
    ulong Of(char unit);
}
