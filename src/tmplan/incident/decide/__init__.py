"""What a person wants to do, held against the plan and the state: a fact to write, or Refused."""
