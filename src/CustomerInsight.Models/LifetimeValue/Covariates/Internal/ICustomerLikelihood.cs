namespace CustomerInsight.Models;

/// <summary>The likelihoods of customers, each of whom may have parameters of his own.</summary>
internal interface ICustomerLikelihood
{
    /// <summary>Computes ln L of each customer of a batch, and its derivatives by the logs of the customer's parameters.</summary>
    /// <param name="batch">The customers in rising order of repeats. The shape of the purchase rates, and what else no covariate moves, is that of the first.</param>
    void Evaluate(CustomerBatch batch);
}
