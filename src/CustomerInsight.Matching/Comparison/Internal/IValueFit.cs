namespace CustomerInsight.Matching;

/// <summary>Says whether two values of a column fit. A structure, so that a test is compiled for it and asks without a call.</summary>
internal interface IValueFit
{
    bool Fits(int leftValue, int rightValue);
}
