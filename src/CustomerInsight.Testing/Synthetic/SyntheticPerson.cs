namespace CustomerInsight.Testing;

/// <summary>What is known about one person behind the records.</summary>
/// <param name="Household">The number of the person's household. Its members share names, addresses and telephones, and are different persons.</param>
/// <param name="IsChinese">Whether the person is a Chinese customer.</param>
public readonly record struct SyntheticPerson(int Household, bool IsChinese);
