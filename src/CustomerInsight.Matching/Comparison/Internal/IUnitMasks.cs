namespace CustomerInsight.Matching;

/// <summary>Where units stand in a pattern of up to 64 units, as the bits of a word.</summary>
internal interface IUnitMasks
{
    /// <summary>The places of a unit: bit i stands for the pattern's unit i.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="table">What those that look up read, which a struct cannot hold; the others never touch it.</param>
    ulong Of(char unit, ref byte table);
}
