namespace CustomerInsight.Models;

/// <summary>Sums of the customers of one cohort for whom the same columns are over.</summary>
/// <param name="columns">How many columns there are.</param>
internal sealed class RetentionSums(int columns)
{
    public int Customers { get; set; }

    public int[] Retained { get; } = new int[columns];

    /// <summary>The revenue in each column.</summary>
    public decimal[] Revenue { get; } = new decimal[columns];

    /// <summary>The revenue that came after the column before had ended and until this one has.</summary>
    public decimal[] Growth { get; } = new decimal[columns];

    public void Add(RetentionSums other)
    {
        Customers += other.Customers;
        for (int column = 0; column < Retained.Length; column++)
        {
            Retained[column] += other.Retained[column];
            Revenue[column] += other.Revenue[column];
            Growth[column] += other.Growth[column];
        }
    }
}
